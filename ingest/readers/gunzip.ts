import { createGunzip } from 'node:zlib'

/** Told of what is wrong with the bytes; reading goes on with what there is. */
export type Report = (line: number | null, reason: string) => void

/** Compressed bytes that are unpacked at a time: a damaged stream loses at most these. */
const gunzipStep = 16_384

/**
 * Unpacks gzip, also of several members. Listens to the stream's events rather than iterating over it, because an
 * iterator drops what is buffered when the stream fails.
 */
export async function* gunzipped(
  bytes: AsyncIterable<Uint8Array>,
  report: Report,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const unpacked: Uint8Array[] = []
  let failure: Error | null = null
  gunzip.on('data', (chunk: Uint8Array) => unpacked.push(chunk))
  gunzip.on('error', (error) => {
    failure = error
  })
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length && !failure; at += gunzipStep) {
        const step = chunk.subarray(at, at + gunzipStep)
        await new Promise<void>((resolve) => gunzip.write(step, () => resolve()))
        yield* unpacked.splice(0)
      }
      if (failure) break
    }
    if (!failure) {
      await new Promise<void>((resolve) => gunzip.once('close', resolve).end())
    }
    yield* unpacked.splice(0)
    if (failure)
      report(null, `the gzip data is cut off or damaged (${describe(failure)}); what comes before is read`)
  } finally {
    gunzip.destroy()
  }
}

function describe(failure: Error): string {
  return failure.message
}
