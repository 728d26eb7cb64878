import { describe, expect, it } from 'vitest'
import type { Board, Comparison } from '../../../graph-ui/api/contract.ts'
import {
  boardCells,
  type CellRows,
  comparedCells,
  contradictionCells,
  duelCells,
} from '../../../graph-ui/app/compare/copied-tables.ts'
import { tabSeparated } from '../../../graph-ui/app/tab-separated.ts'
import { claimStatement, paperReference } from '../../fixtures/claim-statement.ts'

const concept = (name: string) => ({ key: `Concept/Method:${name}`, type: 'Method' as const, name })
const [a, b] = [concept('A'), concept('B')]
const onA = paperReference('On A', { authors: ['Ada Alder'] })
const gain = claimStatement({ paper: onA, value: 2, written: '2.0', unit: 'points', valueKind: 'difference' })
const denial = claimStatement({ stance: 'against', paper: paperReference('Not so') })
const comparison: Comparison = {
  concepts: [
    { ...a, papers: 3, firstYear: 2019, introducedBy: [onA] },
    { ...b, papers: 1, firstYear: null, introducedBy: [] },
  ],
  groups: [
    {
      relation: 'EVALUATED_ON',
      rows: [{ other: { ...concept('Set'), type: 'Dataset' }, cells: [{ papers: 2, against: 1 }, null] }],
      total: 1,
    },
  ],
  duels: [
    {
      winner: a.key,
      loser: b.key,
      papersFor: 1,
      papersAgainst: 1,
      papersReversed: 0,
      statements: [gain, denial],
      total: 2,
    },
  ],
}

function expectRectangle(rows: CellRows): void {
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
}

describe('tables that are copied', () => {
  it('of a comparison have a column for denials where there are any', () => {
    const rows = comparedCells(comparison)
    expectRectangle(rows)
    expect(rows).toEqual([
      ['', '', 'A', 'A: papers against', 'B'],
      ['', 'Papers', '3', '', '1'],
      ['', 'Since', '2019', '', ''],
      ['', 'Introduced by', 'Alder 2020, On A', '', ''],
      ['Evaluated on', 'Set', '2', '1', ''],
    ])
  })

  it('of who outperforms whom have a row for each pair, with numbers and papers', () => {
    const rows = duelCells(comparison)
    expectRectangle(rows)
    expect(rows[1]).toEqual(['A', 'B', '1', '1', '0', 'by 2.0 points', 'Alder 2020, On A'])
  })

  it('of contradictions have a sentence of each side', () => {
    const side = { concept: a, ahead: 1, notBehind: 0, papers: 1, example: gain }
    const rows = contradictionCells([
      { sides: [side, { ...side, concept: b, example: denial }], papers: 2, firstYear: 2019, lastYear: null },
    ])
    expectRectangle(rows)
    expect(rows[1]).toEqual([
      ...['A', '1', 'A outperforms B by 2.0 points.', 'Alder 2020, On A'],
      ...['B', '1', 'A outperforms B by 2.0 points.', '2020, Not so'],
      ...['2019', ''],
    ])
  })

  it('of a leaderboard have numbers as they are written, with their signs', () => {
    const scores = [
      gain,
      claimStatement({ paper: onA, value: -1.5, written: '1.5', valueKind: 'difference', hedged: true }),
    ].map((each) => ({ method: a, over: b, statement: each }))
    const board: Board = { metric: 'F1', unit: 'points', kind: 'difference', better: null, scores }
    const rows = boardCells(board, scores)
    expectRectangle(rows)
    expect(rows[0]!.slice(0, 4)).toEqual(['Place', 'Method', 'Gain', 'Unit'])
    expect(rows[1]).toEqual(['', 'A', '2.0', 'points', 'F1', '', 'B', '', 'On A', 'Ada Alder', '2020'])
    expect(rows[2]!.slice(2, 6)).toEqual(['-1.5', '', 'F1', 'yes'])
  })

  it('are no formulas to a spreadsheet, and keep their rows and columns', () => {
    expect(
      tabSeparated([
        ['=1+1', '-1.5', '@x', ' +a'],
        ['a\tb', 'a\n"b"', '', '2'],
      ]),
    ).toBe(`'=1+1\t-1.5\t'@x\t' +a\n"a\tb"\t"a\n""b"""\t\t2`)
  })
})
