import { collapsed } from './clean-text.ts'
import { linesOf } from './lines.ts'
import { longestText, recordEvents, tooLong } from './paper-record.ts'
import type { Beginning, ReadEvent, Reader } from './reader.ts'

const sentenceEnd = /[.!?…]["”’')\]]*$/

/** Files of prose or code that stand beside papers in a folder. */
const otherFiles = /\.(md|html?|tex|py|js|ts|css|log|ya?ml|toml|sh)$/i

/** Whether a file is surely no plain text: other prose or code by its name, markup or data by its beginning. */
export function isNoListing({ name, text }: Beginning): boolean {
  return otherFiles.test(name) || /^\s*(?:[<{@%]|\[\s*[{[\]])/.test(text)
}

/** Whether a line reads as a sentence or more, of words rather than of code. */
function isProse(line: string): boolean {
  const words = line.split(/\s+/)
  const plain = words.filter((word) => /^["“(']*\p{L}[\p{L}\p{M}'’-]*[,.;:!?)"”']*$/u.test(word)).length
  return words.length >= 6 && plain >= 0.6 * words.length
}

/** A listing with one abstract a line, without titles. */
export const plainAbstracts: Reader = {
  name: 'plain-abstracts',
  label: 'plain text with one abstract a line',

  recognises({ name, text }: Beginning): number {
    if (isNoListing({ name, text })) return 0
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    // The last line of a longer file is cut.
    const whole = text.length < 65_536 || lines.length === 1 ? lines : lines.slice(0, -1)
    const first = whole[0] ?? ''
    if (whole.length === 1) return isProse(first.slice(0, 5000)) ? 0.2 : 0
    const good = whole.filter((line) => isProse(line) && (sentenceEnd.test(line) || line.length > 600)).length
    return whole.length > 0 && good >= 0.7 * whole.length ? 0.2 : 0
  },

  async *read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
    for await (const { text, number, cut } of linesOf(chunks, longestText)) {
      if (cut) {
        yield { kind: 'problem', problem: { file, line: number, reason: tooLong } }
        continue
      }
      const abstract = collapsed(text)
      if (abstract) yield* recordEvents({ abstract }, file, `line ${number}`, number, true)
    }
  },
}
