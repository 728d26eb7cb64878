import { describe, expect, it } from 'vitest'
import { addNode, emptyRows } from '../../../ingest/loading/graph-rows.ts'
import { newConcepts } from '../../../ingest/loading/new-concepts.ts'

describe('new concepts', () => {
  const rows = emptyRows()
  const add = (id: string, papers: number, formerIds: string[] = []) =>
    addNode(rows, { label: 'Concept', id, labels: ['Method'], properties: { papers, formerIds } })
  add('Method:known', 9)
  add('Method:renamed', 8, ['Method:former'])
  add('Method:rare', 1)
  add('Method:also-rare', 1)
  add('Method:frequent', 5, ['Method:frequents'])

  it('are those that neither their own names nor former ones tell of, the frequent first', () => {
    expect(newConcepts(rows, new Set(['Method:known', 'Method:former']))).toEqual([
      'Method:frequent',
      'Method:also-rare',
      'Method:rare',
    ])
  })
})
