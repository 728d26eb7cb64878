/**
 * The page in the hash of an address, which browsers send to no server: `#view=1.` and, in base64url, the deflated
 * JSON of what is kept.
 */

/** An address that holds no view that can be shown; the message says why. */
export class BadLinkError extends Error {
  override name = 'BadLinkError'
}

const beginning = '#view='
const version = '1.'
/** Bytes of JSON: a small link may not unfold into something that fills the memory. */
const mostBytes = 8_000_000

export function holdsView(hash: string): boolean {
  return hash.startsWith(beginning)
}

/** @returns a hash */
export async function encodeView(view: object): Promise<string> {
  const json = new Blob([JSON.stringify(view)])
  const packed = json.stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `${beginning}${version}${toBase64(new Uint8Array(await new Response(packed).arrayBuffer()))}`
}

/**
 * @returns what was encoded, of whatever form it is
 * @throws BadLinkError where the hash is none of ours, or damaged
 */
export async function decodeView(hash: string): Promise<unknown> {
  const text = holdsView(hash) ? hash.slice(beginning.length) : ''
  if (!text.startsWith(version)) {
    throw new BadLinkError('This link was made by another version of Skein, or is none of its links.')
  }
  try {
    const packed = new Blob([fromBase64(text.slice(version.length))])
    return JSON.parse(await textOf(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))))
  } catch {
    throw new BadLinkError('This link is damaged: perhaps a part of it was lost when it was copied.')
  }
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = stream.getReader()
  let text = ''
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length
    if (bytes > mostBytes) {
      await reader.cancel()
      throw new Error('longer than any view')
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}

function toBase64(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** @throws where the text is no base64 */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )
}
