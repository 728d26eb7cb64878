import { findRecords } from './json/find-records.ts'
import { isOfKnownShape, objectEvents } from './json/object-events.ts'
import { jsonFault, parseJson } from './json/parse.ts'
import { isObject } from './json/values.ts'
import { linesOf } from './lines.ts'
import type { Beginning, ReadEvent, Reader } from './reader.ts'

/** Characters of the longest line that is read; a longer one is reported and passed over. */
const longestLine = 67_108_864

/** JSON Lines: an object a line. */
export const jsonl: Reader = {
  name: 'jsonl',
  label: 'JSON Lines',

  recognises({ text }: Beginning): number {
    const lines = text.split('\n')
    // The last line may be cut.
    const whole = (lines.length > 1 ? lines.slice(0, -1) : lines)
      .filter((line) => line.trim() !== '')
      .slice(0, 20)
    const last = lines.length > 1 ? lines.at(-1)!.trim() : ''
    const objects = whole.filter(isObjectLine).length
    if (objects === 0) return 0
    if (whole.length === 1 && last === '') return 0.5
    return objects >= 0.5 * whole.length ? 0.95 : 0
  },

  async *read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
    for await (const { text, number, cut } of linesOf(chunks, longestLine)) {
      const problem = (reason: string): ReadEvent => ({
        kind: 'problem',
        problem: { file, line: number, reason },
      })
      if (cut) yield problem(`longer than ${longestLine.toLocaleString('en')} characters`)
      if (cut || text.trim() === '') continue
      let value: unknown
      try {
        value = parseJson(text)
      } catch (error) {
        yield problem(`not JSON: ${jsonFault(error)}`)
        continue
      }
      const found = [...findRecords(value)]
      if (found.length === 0 && isObject(value) && isOfKnownShape(value))
        found.push({ object: value, key: null })
      for (const [index, object] of found.entries()) {
        const place = found.length > 1 ? `line ${number}, record ${index + 1}` : `line ${number}`
        yield* objectEvents(object, file, place, number)
      }
      if (found.length === 0) {
        const what = isObject(value)
          ? `no title or abstract; its fields are ${fieldList(value)}`
          : 'not an object'
        yield problem(what)
      }
    }
  },
}

function isObjectLine(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false
  try {
    return isObject(parseJson(line))
  } catch {
    return false
  }
}

function fieldList(object: object): string {
  const names = Object.keys(object)
  return names.length === 0 ? 'none' : names.slice(0, 8).join(', ') + (names.length > 8 ? ', …' : '')
}
