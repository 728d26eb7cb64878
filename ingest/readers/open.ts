/** From bytes to text: gzip, encodings and line ends, in constant memory. */
import { InputError } from '../../shared/errors.ts'
import { decoded, withPlainLineEnds } from './decode.ts'
import { gunzipped, type Report } from './gunzip.ts'

/** Characters of the beginning that a reader is chosen by. */
const beginningLength = 65_536

export interface OpenedText {
  /** The first 64 KiB, without byte order mark; all of a shorter file. */
  beginning: string
  /** All of the text, the beginning included; every line end is "\n". To be read once. */
  chunks: AsyncIterable<string>
}

/**
 * Makes text of the bytes of a file. Gzip is recognised by its magic bytes, UTF-16 by its byte order mark; anything
 * else is UTF-8, and what is no UTF-8 becomes replacement characters.
 * @throws InputError where the bytes are no text
 */
export async function openText(bytes: AsyncIterable<Uint8Array>, report: Report): Promise<OpenedText> {
  const source = bytes[Symbol.asyncIterator]()
  const head = await take(source, 4)
  let content: AsyncIterable<Uint8Array> = after(head, source)
  if (head[0] === 0x1f && head[1] === 0x8b) content = gunzipped(content, report)

  const inner = content[Symbol.asyncIterator]()
  const magic = await take(inner, 8)
  refuseBinary(magic)
  const text = withPlainLineEnds(decoded(after(magic, inner), magic, report))[Symbol.asyncIterator]()
  const kept: string[] = []
  let length = 0
  while (length < beginningLength) {
    const next = await text.next()
    if (next.done) break
    kept.push(next.value)
    length += next.value.length
  }
  const beginning = kept.join('')
  return { beginning: beginning.slice(0, beginningLength), chunks: afterText(beginning, text) }
}

/** The first bytes of a stream, at least `count` unless it ends before. */
async function take(source: AsyncIterator<Uint8Array>, count: number): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  while (head.length < count) {
    const next = await source.next()
    if (next.done) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  return head
}

async function* after(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function* afterText(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (head) yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

const otherContent: [number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF; only its title and abstract in a text format can be read'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an office document; unpack it first'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'compressed with xz; unpack it first'],
  [[0x42, 0x5a, 0x68], 'compressed with bzip2; unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed with zstd; unpack it first'],
]

/** @throws InputError with what to do, where the first bytes are those of a known format that is no text */
function refuseBinary(magic: Uint8Array): void {
  for (const [bytes, what] of otherContent) {
    if (bytes.every((byte, index) => magic[index] === byte)) throw new InputError(`it is ${what}`)
  }
}
