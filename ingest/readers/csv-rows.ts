/** A stream of CSV cut into rows, which may go over several lines. */
import { type Line, linesOf } from './lines.ts'

export interface Row {
  text: string
  /** 1-based line that it starts in. */
  line: number
  fault: string | null
}

const longestRow = 400_000

/**
 * Rows of a table. Where a quote is opened and never closed, the line that opens it is given as a fault and reading
 * goes on in the line after it, so that the rest of the file is not taken for one cell.
 */
export async function* rowsOf(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row> {
  let pending: Line[] = []
  let length = 0
  let quoted = false
  const take = function* (line: Line): Generator<Row> {
    if (line.cut) {
      yield {
        text: '',
        line: line.number,
        fault: `longer than ${longestRow.toLocaleString('en')} characters`,
      }
      return
    }
    pending.push(line)
    length += line.text.length + 1
    quoted = endsQuoted(line.text, delimiter, quoted)
    if (!quoted) {
      yield { text: pending.map((each) => each.text).join('\n'), line: pending[0]!.number, fault: null }
      pending = []
      length = 0
    } else if (length > longestRow) yield* giveUp()
  }
  const giveUp = function* (): Generator<Row> {
    const [first, ...others] = pending
    yield { text: '', line: first!.number, fault: 'a quote is opened and never closed' }
    pending = []
    length = 0
    quoted = false
    for (const line of others) yield* take(line)
  }
  for await (const line of linesOf(chunks, longestRow)) yield* take(line)
  while (pending.length > 0) yield* giveUp()
}

/** Whether a quoted cell goes on after this line. A quote opens a cell only at its start. */
function endsQuoted(line: string, delimiter: string, quoted: boolean): boolean {
  let inside = quoted
  let at = 0
  for (;;) {
    if (inside) {
      const close = line.indexOf('"', at)
      if (close < 0) return true
      if (line[close + 1] === '"') {
        at = close + 2
        continue
      }
      // A quote within a cell that is not doubled closes it only before the delimiter.
      const rest = line.slice(close + 1).replace(/^ +/, '')
      inside = rest !== '' && !rest.startsWith(delimiter)
      at = close + 1
    } else {
      if (at === 0 && /^\s*"/.test(line)) {
        inside = true
        at = line.indexOf('"') + 1
        continue
      }
      const next = line.indexOf(delimiter, at)
      if (next < 0) return false
      const opening = /^ *"/.exec(line.slice(next + delimiter.length, next + delimiter.length + 20))
      inside = opening !== null
      at = next + delimiter.length + (opening?.[0].length ?? 0)
      if (!inside && at >= line.length) return false
      if (!inside) continue
    }
  }
}
