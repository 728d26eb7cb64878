/**
 * Cuts a stream of JSON into values without holding more than one of them. Parsing is left to `JSON.parse`: this only
 * finds where a value ends. A streaming parser would end at the first fault; here the next value can still be read.
 */
export class JsonScanner {
  private buffer = ''
  private position = 0
  private ended = false
  private currentLine = 1
  /** The next line end in the buffer that has not been counted. */
  private lineFeed = Number.POSITIVE_INFINITY
  private readonly source: AsyncIterator<string>
  private readonly limit: number

  /** @param limit characters of the longest value that is held */
  constructor(chunks: AsyncIterable<string>, limit: number) {
    this.source = chunks[Symbol.asyncIterator]()
    this.limit = limit
  }

  /** Line of the next character. */
  get line(): number {
    return this.currentLine
  }

  /** The next character that is not white space, not consumed; '' at the end. */
  async peek(): Promise<string> {
    const something = /\S/g
    for (;;) {
      something.lastIndex = this.position
      const found = something.exec(this.buffer)
      this.advance(found ? found.index : this.buffer.length)
      if (found) return found[0]
      if (!(await this.fill())) return ''
    }
  }

  /** Consumes the character that `peek` gave. */
  consume(): void {
    this.advance(this.position + 1)
  }

  /**
   * Consumes the next value and gives its text. Null where it has no end, or is longer than the limit: then its first
   * line only is consumed, so that what follows can be tried.
   */
  async value(): Promise<string | null> {
    const first = await this.peek()
    const end = first === '{' || first === '[' ? await this.endOfNested() : await this.endOfScalar(first)
    if (end === null) {
      await this.skipLine()
      return null
    }
    const text = this.buffer.slice(this.position, end)
    this.advance(end)
    return text
  }

  /** Consumes the rest of the line. */
  async skipLine(): Promise<void> {
    for (;;) {
      const end = this.buffer.indexOf('\n', this.position)
      this.advance(end < 0 ? this.buffer.length : end + 1)
      if (end >= 0 || !(await this.fill())) return
    }
  }

  async close(): Promise<void> {
    await this.source.return?.()
  }

  private async endOfNested(): Promise<number | null> {
    const open: string[] = []
    let inString = false
    let at = this.position
    const outside = /["{}[\]]/g
    const inside = /["\\\n]/g
    for (;;) {
      const pattern: RegExp = inString ? inside : outside
      pattern.lastIndex = at
      const found = pattern.exec(this.buffer)
      if (!found) {
        const scanned = this.buffer.length - this.position
        if (scanned > this.limit || !(await this.fill())) return null
        // `fill` drops what was consumed before.
        at = this.position + scanned
        continue
      }
      at = found.index + 1
      const character = found[0]
      if (character === '\\') {
        if (at >= this.buffer.length) {
          const offset = at - this.position
          if (!(await this.fill())) return null
          at = this.position + offset
        }
        at++
      } else if (character === '"') inString = !inString
      // No string goes over a line end: its closing quote is missing.
      else if (character === '\n') inString = false
      else if (character === '{' || character === '[') open.push(character)
      else if (open.pop() !== (character === '}' ? '{' : '[')) return null
      else if (open.length === 0) return at
    }
  }

  private async endOfScalar(first: string): Promise<number | null> {
    const end = first === '"' ? /"(?:[^"\\]|\\.)*"/g : /[^\s,\]}[{:"]*/g
    for (;;) {
      end.lastIndex = this.position
      const found = end.exec(this.buffer)
      const complete =
        found && found.index === this.position && (first === '"' || end.lastIndex < this.buffer.length)
      if (complete) return found[0] === '' ? null : end.lastIndex
      if (this.buffer.length - this.position > this.limit) return null
      if (!(await this.fill()))
        return found && found.index === this.position && found[0] ? end.lastIndex : null
    }
  }

  private advance(to: number): void {
    while (this.lineFeed < to) {
      this.currentLine++
      this.lineFeed = this.lineFeedFrom(this.lineFeed + 1)
    }
    this.position = to
  }

  private lineFeedFrom(position: number): number {
    const found = this.buffer.indexOf('\n', position)
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }

  /** Gets more text; false at the end. */
  private async fill(): Promise<boolean> {
    if (this.ended) return false
    const next = await this.source.next()
    if (next.done) {
      this.ended = true
      return false
    }
    this.buffer = this.buffer.slice(this.position) + next.value
    this.position = 0
    this.lineFeed = this.lineFeedFrom(0)
    return true
  }
}
