/** How much a request may carry. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { TooLargeError } from './failures.ts'

const megabyte = 1024 * 1024
/** Room for the keys of a picture of some hundred thousand nodes and edges. */
const mostMegabytes = 64

export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: mostMegabytes * megabyte,
    onError: () => {
      throw new TooLargeError(
        `A request may carry ${mostMegabytes} MB, this one carries more. Ask with a smaller picture.`,
      )
    },
  })
}
