/** From bytes to text: gzip, encodings and line ends, in constant memory. */
import { isUtf8 } from 'node:buffer'
import { createGunzip } from 'node:zlib'
import { InputError } from '../../shared/errors.ts'

/** Characters of the beginning that a reader is chosen by. */
const beginningLength = 65_536
/** Compressed bytes that are unpacked at a time: a damaged stream loses at most these. */
const gunzipStep = 16_384

export interface OpenedText {
  /** The first 64 KiB, without byte order mark; all of a shorter file. */
  beginning: string
  /** All of the text, the beginning included; every line end is "\n". To be read once. */
  chunks: AsyncIterable<string>
}

/** Told of what is wrong with the bytes; reading goes on with what there is. */
export type Report = (line: number | null, reason: string) => void

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

/**
 * Unpacks gzip, also of several members. Listens to the stream's events rather than iterating over it, because an
 * iterator drops what is buffered when the stream fails.
 */
async function* gunzipped(bytes: AsyncIterable<Uint8Array>, report: Report): AsyncGenerator<Uint8Array> {
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

async function* decoded(
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
    if (read < beginningLength && chunk.subarray(0, beginningLength).includes(0)) {
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
async function* withPlainLineEnds(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let carriageReturn = false
  for await (const chunk of chunks) {
    let text: string = carriageReturn ? `\r${chunk}` : chunk
    carriageReturn = text.endsWith('\r')
    if (carriageReturn) text = text.slice(0, -1)
    if (text) yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  }
  if (carriageReturn) yield '\n'
}
