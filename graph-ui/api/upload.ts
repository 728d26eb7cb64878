/** The bytes that somebody sends, as a stream that is read no further ahead than it may. */
import { InputError } from '../../shared/errors.ts'
import { TooLargeError } from './failures.ts'

const gigabyte = 1024 ** 3
/**
 * Bytes taken ahead of those who read them. A browser reads an answer only after it has sent everything: for files up
 * to this size it shows progress from the beginning.
 */
const aheadBytes = 64 * 1024 ** 2

const tooLarge = 'it is larger than 1 GB; divide it, or use skein ingest, which takes files of any size'

/**
 * @param length as the request states it
 * @throws TooLargeError where that is too much
 */
export function refuseTooLarge(length: number | null): void {
  if (length !== null && length > gigabyte) throw new TooLargeError(`This file cannot be taken: ${tooLarge}.`)
}

/**
 * @param signal ends the wait for more
 * @throws InputError from the stream where it is too long, or breaks off
 */
export async function* uploaded(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (body === null) return
  let length = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>(
    {
      transform(chunk, controller) {
        length += chunk.length
        if (length > gigabyte) controller.error(new InputError(tooLarge))
        else controller.enqueue(chunk)
      },
    },
    undefined,
    new ByteLengthQueuingStrategy({ highWaterMark: aheadBytes }),
  )
  try {
    // A cancelled body would take the connection down, and the answer with it.
    for await (const chunk of body.pipeThrough(limit, { signal, preventCancel: true })) yield chunk
  } catch (error) {
    throw error instanceof InputError ? error : new InputError('it broke off before its end')
  }
}
