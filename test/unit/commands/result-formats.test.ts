import { describe, expect, it } from 'vitest'
import { cell, toCsv, toTable } from '../../../ingest/commands/result-formats.ts'
import type { NodeValue, QueryResult, Value } from '../../../shared/graph-store/store.ts'

const lora: NodeValue = { kind: 'node', id: '1', labels: ['Concept', 'Method'], properties: { name: 'LoRA' } }
const result = (columns: string[], rows: Value[][]): QueryResult => ({
  columns,
  rows,
  truncated: false,
  counters: {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationshipsCreated: 0,
    relationshipsDeleted: 0,
    propertiesSet: 0,
  },
})

describe('cell', () => {
  it.each<[Value, string]>([
    ['text', 'text'],
    [null, 'null'],
    [2.5, '2.5'],
    [['a', 1, null], '["a", 1, null]'],
    [{ name: 'x' }, '{name: "x"}'],
    [lora, '(:Concept:Method "LoRA")'],
    [{ kind: 'relationship', id: '1', type: 'CITES', from: '1', to: '2', properties: {} }, '[:CITES]'],
    [
      {
        kind: 'path',
        nodes: [lora, lora],
        relationships: [
          { kind: 'relationship', id: '1', type: 'BASED_ON', from: '1', to: '1', properties: {} },
        ],
      },
      '(:Concept:Method "LoRA")-[:BASED_ON]-(:Concept:Method "LoRA")',
    ],
  ])('%j', (value, expected) => expect(cell(value)).toBe(expected))
})

describe('toTable', () => {
  it('fits the width and keeps terminal escapes out', () => {
    const table = toTable(
      result(
        ['title', 'n'],
        [
          ['\u001b[31mred\u001b[0m\nnext', 1],
          ['x'.repeat(300), 2],
        ],
      ),
      60,
    )
    expect(table).not.toContain('\u001b')
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(table).toMatch(/2 rows\n$/)
  })
  it('says that a query without rows is done', () => expect(toTable(result([], []), 80)).toBe('Done.\n'))
})

describe('toCsv', () => {
  it('quotes, and disarms formulas but not numbers', () => {
    const csv = toCsv(
      result(
        ['a', 'b'],
        [
          ['say "hi", you', '=1+1'],
          ['line\nbreak', '-3.5'],
          [null, '@x'],
        ],
      ),
    )
    expect(csv).toBe('a,b\r\n"say ""hi"", you",\'=1+1\r\n"line\nbreak",-3.5\r\n,\'@x\r\n')
  })
})
