import type { Context } from 'hono'
import { encodeView, viewMediaType } from '../../view-bytes.ts'
import type { View } from '../contract.ts'

/** Smaller views are as quick as JSON, which people can read. */
const leastNodes = 1000

/** A view as JSON, or as bytes where it is large and the page says that it reads them. */
export function answerView(context: Context, view: View): Response {
  context.header('vary', 'accept')
  const takesBytes = context.req.header('accept')?.includes(viewMediaType) ?? false
  if (!takesBytes || view.nodes.length <= leastNodes) return context.json(view)
  return context.body(encodeView(view), 200, { 'content-type': viewMediaType })
}
