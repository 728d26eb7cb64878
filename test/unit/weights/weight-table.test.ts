import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WeightTable } from '../../../ingest/weights/weight-table.ts'

const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const byte = fc.integer({ min: -127, max: 127 })
const model = fc.integer({ min: 1, max: 9 }).chain((labels) =>
  fc.record({
    labels: fc.constant(labels),
    rows: fc.uniqueArray(fc.tuple(hash, fc.array(byte, { minLength: labels, maxLength: labels })), {
      selector: ([own]) => own,
    }),
  }),
)

it('sums the weights of the features that it knows, each once, query by query', () => {
  fc.assert(
    fc.property(model, fc.array(fc.array(hash)), fc.array(fc.nat()), ({ labels, rows }, others, picks) => {
      const hashes = Int32Array.from(rows, ([own]) => own)
      const table = new WeightTable(hashes, Int8Array.from(rows.flatMap(([, weights]) => weights)), labels)
      const known = new Map(rows)
      const picked = rows.length === 0 ? [] : picks.map((pick) => rows[pick % rows.length]![0])
      for (const lists of [[picked, ...others], [[...picked, ...picked]], others]) {
        const sums = new Float64Array(labels)
        table.addOnce(lists, sums)
        const distinct = [...new Set(lists.flat())]
        expect([...sums]).toEqual(
          Array.from(sums, (_, label) =>
            distinct.reduce((sum, one) => sum + (known.get(one)?.[label] ?? 0), 0),
          ),
        )
        for (const one of distinct) expect(table.weight(one, 0)).toBe(known.get(one)?.[0] ?? null)
      }
    }),
  )
})
