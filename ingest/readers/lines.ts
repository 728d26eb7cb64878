export interface Line {
  text: string
  /** 1-based. */
  number: number
  /** The line was longer than the limit: `text` is its beginning only. */
  cut: boolean
}

/**
 * Splits a stream into lines, without their ends ("\n"; `openText` has already made the others to that).
 * @param limit characters that are kept of a line; the rest of a longer one passes without being held
 */
export async function* linesOf(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<Line> {
  let number = 1
  let parts: string[] = []
  let length = 0
  let cut = false
  const keep = (text: string) => {
    if (length + text.length > limit) cut = true
    const kept = cut ? text.slice(0, Math.max(0, limit - length)) : text
    if (kept) parts.push(kept)
    length += kept.length
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      if (parts.length === 0 && end - start <= limit) {
        yield { text: chunk.slice(start, end), number, cut: false }
      } else {
        keep(chunk.slice(start, end))
        yield { text: parts.join(''), number, cut }
        parts = []
        length = 0
        cut = false
      }
      number++
      start = end + 1
    }
    if (start < chunk.length) keep(chunk.slice(start))
  }
  if (length > 0) yield { text: parts.join(''), number, cut }
}
