/** From bytes to text with one kind of line end. */
import { isUtf8 } from 'node:buffer'
import { InputError } from '../../shared/errors.ts'
import type { Report } from './gunzip.ts'

/** Bytes in which NUL shows that a file is no text. */
const examined = 65_536

/** UTF-16 where a byte order mark says so, else UTF-8; wrong bytes become replacement characters and are reported. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  magic: Uint8Array,
  report: Report,
): AsyncGenerator<string> {
  const wide =
    magic[0] === 0xff && magic[1] === 0xfe
      ? 'utf-16le'
      : magic[0] === 0xfe && magic[1] === 0xff
        ? 'utf-16be'
        : null
  if (!wide) {
    yield* decodedUtf8(bytes, report)
    return
  }
  const decoder = new TextDecoder(wide)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* decodedUtf8(bytes: AsyncIterable<Uint8Array>, report: Report): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let carried: Uint8Array = new Uint8Array()
  let lines = 0
  let read = 0
  const broken: number[] = []
  let brokenLines = 0
  const decode = (chunk: Uint8Array): string => {
    if (!isUtf8(chunk)) {
      for (const line of brokenLinesOf(chunk)) {
        if (broken.length === 0) broken.push(lines + line)
        brokenLines++
      }
    }
    lines += countLineFeeds(chunk)
    return decoder.decode(chunk, { stream: true })
  }
  for await (const chunk of bytes) {
    if (read < examined && chunk.subarray(0, examined).includes(0)) {
      throw new InputError('it is a binary file (it has NUL bytes)')
    }
    read += chunk.length
    const joined: Uint8Array = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
    const end = wholeCharacters(joined)
    carried = joined.slice(end)
    if (end > 0) yield decode(joined.subarray(0, end))
  }
  yield decode(carried) + decoder.decode()
  const [first] = broken
  if (first !== undefined) {
    const others = brokenLines > 1 ? ` and ${brokenLines - 1} more` : ''
    report(first, `bytes that are no UTF-8 in line ${first}${others}; they become replacement characters`)
  }
}

/** Where the last character that is whole ends, so that a character cut by the chunk is not taken for a wrong one. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** 1-based lines of a chunk that hold wrong bytes. */
function* brokenLinesOf(bytes: Uint8Array): Generator<number> {
  let start = 0
  for (let line = 1; start <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) yield line
    if (end < 0) return
    start = end + 1
  }
}

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count++
  return count
}

/** Makes "\r\n" and "\r" to "\n", so that readers know one line end only. */
export async function* withPlainLineEnds(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let carriageReturn = false
  for await (const chunk of chunks) {
    let text: string = carriageReturn ? `\r${chunk}` : chunk
    carriageReturn = text.endsWith('\r')
    if (carriageReturn) text = text.slice(0, -1)
    if (text) yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  }
  if (carriageReturn) yield '\n'
}
