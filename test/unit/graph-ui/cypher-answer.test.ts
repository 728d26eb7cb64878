import { describe, expect, it } from 'vitest'
import { cellText, compareValues, nodeKeyOf, plainText } from '../../../graph-ui/app/cypher/cells.ts'
import { rowsAsJson, rowsAsTsv } from '../../../graph-ui/app/cypher/copied-rows.ts'
import { sortedRows } from '../../../graph-ui/app/cypher/sorted-rows.ts'
import { afterKey, firstCell, goToCell, selectedRows } from '../../../graph-ui/app/cypher/table-selection.ts'
import type { Value } from '../../../shared/graph-store/store.ts'

describe('cells of a result', () => {
  const node = (name: string) => ({
    kind: 'node' as const,
    id: name,
    labels: ['Method'],
    properties: { name },
  })
  const relationship = {
    kind: 'relationship' as const,
    id: 'r',
    type: 'BASED_ON',
    from: 'a',
    to: 'b',
    properties: {},
  }
  it.each<[Value, string]>([
    [null, '–'],
    ['<b>', '<b>'],
    [3.5, '3.5'],
    [['a', 1, null], '["a", 1, –]'],
    [{ x: 1, y: ['z'] }, '{x: 1, y: ["z"]}'],
    [node('LoRA'), '(LoRA)'],
    [relationship, '[:BASED_ON]'],
    [{ kind: 'path', nodes: [node('a'), node('b')], relationships: [relationship] }, '(a) –BASED_ON→ (b)'],
    [{ kind: 'path', nodes: [node('b'), node('a')], relationships: [relationship] }, '(b) ←BASED_ON– (a)'],
  ])('%j is %s', (value, text) => {
    expect(cellText(value)).toBe(text)
  })

  it('are sorted by size, or by text with its numbers; nothing comes last', () => {
    expect([10, null, 9, 100].sort(compareValues)).toEqual([9, 10, 100, null])
    expect(['b10', 'a', 'b9'].sort(compareValues)).toEqual(['a', 'b9', 'b10'])
  })
})

describe('a node in a cell', () => {
  const node = (labels: string[], properties: Record<string, Value>): Value => ({
    kind: 'node',
    id: '7',
    labels,
    properties,
  })
  it.each<[Value, string | null, string]>([
    [node(['Concept', 'Method'], { id: 'Method:lora', name: 'LoRA' }), 'Concept/Method:lora', 'LoRA'],
    [node(['Paper'], { id: 'doi:1', title: 'On it' }), 'Paper/doi:1', 'On it'],
    [node(['Extra'], {}), 'Other/7', 'Extra'],
    ['LoRA', null, 'LoRA'],
    [null, null, ''],
    [{ kind: 'node', x: 1 }, null, '{kind: "node", x: 1}'],
  ])('%j', (value, key, text) => {
    expect([nodeKeyOf(value), plainText(value)]).toEqual([key, text])
  })
})

describe('copied rows', () => {
  const columns = ['name', 'n']
  const rows: Value[][] = [
    ['a\tb', 1],
    ['=HYPERLINK("x")', -2],
    [null, true],
  ]
  it('are cells between tabs, safe in spreadsheets', () => {
    expect(rowsAsTsv(columns, rows)).toBe(
      ['name\tn', '"a\tb"\t1', `"'=HYPERLINK(""x"")"\t-2`, '\ttrue'].join('\n'),
    )
  })
  it('are objects by column', () => {
    expect(JSON.parse(rowsAsJson(columns, rows.slice(0, 1)))).toEqual([{ name: 'a\tb', n: 1 }])
  })
  it('are sorted by a column, and left as they came without one', () => {
    expect(sortedRows(rows, { column: 1, descending: false }).map((row) => row[1])).toEqual([-2, 1, true])
    expect(sortedRows(rows, null)).toBe(rows)
  })
})

describe('keys in a table of ten rows and three columns', () => {
  const size = { rows: 10, columns: 3, page: 4 }
  it.each([
    ['ArrowDown', {}, [1, 0], [1, 1]],
    ['ArrowUp', {}, [0, 0], [0, 0]],
    ['ArrowRight', {}, [0, 1], [0, 0]],
    ['End', {}, [0, 2], [0, 0]],
    ['PageDown', {}, [4, 0], [4, 4]],
    ['PageDown', { shift: true }, [4, 0], [0, 4]],
    ['ArrowDown', { control: true }, [9, 0], [9, 9]],
    ['End', { control: true, shift: true }, [9, 2], [0, 9]],
    ['a', { control: true }, [9, 0], [0, 9]],
  ] as const)('%s %j', (key, more, cell, rows) => {
    const next = afterKey(firstCell, { key, shift: false, control: false, ...more }, size)!
    expect([next.row, next.column]).toEqual(cell)
    expect(selectedRows(next)).toEqual(rows)
  })
  it('others are not its own, and without rows none is', () => {
    expect(afterKey(firstCell, { key: 'x', shift: false, control: false }, size)).toBeNull()
    expect(afterKey(firstCell, { key: 'End', shift: false, control: false }, { ...size, rows: 0 })).toBeNull()
  })
  it('a click goes to a cell, with Shift from where the selection began', () => {
    const clicked = goToCell(firstCell, 5, 1, false)
    expect(selectedRows(goToCell(clicked, 2, 0, true))).toEqual([2, 5])
  })
})
