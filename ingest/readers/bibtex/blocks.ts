/** Cuts a stream of BibTeX into its entries. */

export interface BibtexBlock {
  /** Lower case: "article", "string", "comment". */
  type: string
  /** What stands between the delimiters. */
  body: string
  /** 1-based line of the "@". */
  line: number
  fault: string | null
}

/** Characters of the longest entry that is held. */
const longestEntry = 2_000_000
const opening = /@\s*([a-zA-Z][\w-]*)\s*([{(])/g
/** What ends up in an entry whose closing brace is missing: the next entry, at the start of a line. */
const nextEntry = /\n[ \t]*@\s*(?:(?:string|comment|preamble)\s*[{(]|[a-zA-Z]+\s*[{(]\s*[^\s,{}()="]+\s*,)/gi
const fieldOutside = /^\s*,?\s*[a-zA-Z][\w-]*\s*=\s*[{"\d]/

/**
 * The blocks of a stream, without what stands between them. An entry without end is a fault, and reading goes on at
 * the next line that opens an entry.
 *
 * `@retorquere/bibtex-parser` was measured first: 15 ms an entry, a whole file in memory, and text behind a bare "%"
 * of an abstract lost.
 */
export async function* bibtexBlocks(chunks: AsyncIterable<string>): AsyncGenerator<BibtexBlock> {
  const source = chunks[Symbol.asyncIterator]()
  let buffer = ''
  let ended = false
  let line = 1
  let afterEntry: BibtexBlock | null = null
  const fill = async () => {
    const next = await source.next()
    if (next.done) ended = true
    else buffer += next.value
  }
  const drop = (count: number) => {
    line += lineFeeds(buffer, count)
    buffer = buffer.slice(count)
  }
  try {
    for (;;) {
      opening.lastIndex = 0
      const start = opening.exec(buffer)
      // A name or delimiter may be cut by the chunk.
      const safe = start ? opening.lastIndex < buffer.length : false
      if (!safe && !ended) {
        if (!start && buffer.length > 65_536) drop(Math.max(0, lastAt(buffer)))
        await fill()
        continue
      }
      const between = start ? buffer.slice(0, start.index) : buffer
      if (afterEntry && fieldOutside.test(between)) {
        yield {
          ...afterEntry,
          fault: 'a field stands behind the end of its entry: one closing brace too many',
        }
      }
      afterEntry = null
      if (!start) return
      if (/(?:^|\n)[ \t]*%[^\n]*$/.test(between)) {
        // An entry that somebody has commented out.
        drop(opening.lastIndex)
        continue
      }
      drop(start.index)
      const type = start[1]!.toLowerCase()
      const bodyAt = start[0].length
      let end = endOfBody(buffer, bodyAt, start[2]!)
      while (end === null && !ended && buffer.length < longestEntry) {
        await fill()
        end = endOfBody(buffer, bodyAt, start[2]!)
      }
      nextEntry.lastIndex = bodyAt
      const other = type === 'comment' ? null : nextEntry.exec(buffer)
      if (other && (end === null || other.index < end)) {
        yield { type, body: buffer.slice(bodyAt, other.index), line, fault: 'its closing brace is missing' }
        drop(other.index)
      } else if (end === null) {
        const reason = ended
          ? 'its closing brace is missing'
          : `longer than ${longestEntry.toLocaleString('en')} characters`
        yield { type, body: buffer.slice(bodyAt, bodyAt + 200), line, fault: reason }
        drop(bodyAt)
      } else {
        const block = { type, body: buffer.slice(bodyAt, end), line, fault: null }
        yield block
        if (type !== 'comment' && type !== 'string' && type !== 'preamble') afterEntry = block
        drop(end + 1)
      }
    }
  } finally {
    await source.return?.()
  }
}

/** Where the delimiter stands that closes a body; null where the text ends before. */
function endOfBody(text: string, from: number, opened: string): number | null {
  const marks = /\\[\s\S]|[{}()"]/g
  marks.lastIndex = from
  let depth = 0
  let quoted = false
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const mark = found[0]
    if (mark === '{') depth++
    else if (mark === '}') {
      if (depth === 0 && opened === '{') return found.index
      depth = Math.max(0, depth - 1)
    } else if (mark === '"' && depth === 0) quoted = !quoted
    else if (mark === ')' && depth === 0 && !quoted && opened === '(') return found.index
  }
  return null
}

/** Where an entry could begin that the end of the buffer cuts. */
function lastAt(buffer: string): number {
  const at = buffer.lastIndexOf('@')
  return at < 0 || buffer.length - at > 1000 ? buffer.length : at
}

function lineFeeds(text: string, end: number): number {
  let count = 0
  const part = text.slice(0, end)
  for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) count++
  return count
}
