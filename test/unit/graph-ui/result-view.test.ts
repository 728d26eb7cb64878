import { describe, expect, it } from 'vitest'
import { viewOfResult } from '../../../graph-ui/api/graph/result-view.ts'
import type {
  GraphStore,
  NodeValue,
  QueryResult,
  RelationshipValue,
} from '../../../shared/graph-store/store.ts'

const counters = {
  nodesCreated: 0,
  nodesDeleted: 0,
  relationshipsCreated: 0,
  relationshipsDeleted: 0,
  propertiesSet: 0,
}
const resultOf = (rows: QueryResult['rows']): QueryResult => ({
  columns: ['x'],
  rows,
  truncated: false,
  counters,
})
const node = (i: number): NodeValue => ({
  kind: 'node',
  id: String(i),
  labels: ['Concept', 'Method'],
  properties: { id: `Method:${i}`, name: `method ${i}`, type: 'Method' },
})

/** A store that gives no edges, and the nodes that it is asked for by their own ids. */
const unused = () => Promise.reject(new Error('not part of this test'))
const store: GraphStore = {
  kind: 'fake',
  query: async (_, { ids }) => {
    const own = (ids as unknown[]).filter((id) => typeof id === 'number')
    return resultOf(own.map((id) => [node(id)]))
  },
  count: unused,
  apply: unused,
  schema: unused,
  ensureSchema: unused,
  close: unused,
}

describe('what of a result is drawn', () => {
  it.each([
    { has: 3, drawn: 3 },
    { has: 1600, drawn: 1500 },
  ])('$drawn of $has nodes', async ({ has, drawn }) => {
    const rows = Array.from({ length: has }, (_, i) => [node(i)])
    const { view, nodes } = await viewOfResult(store, resultOf(rows), null)
    expect([view.nodes.length, nodes]).toEqual([drawn, has])
  })
  it('counts the ends of relationships that come alone', async () => {
    const rows = Array.from({ length: 900 }, (_, i): [RelationshipValue] => [
      {
        kind: 'relationship',
        id: `r${i}`,
        type: 'BASED_ON',
        from: String(2 * i),
        to: String(2 * i + 1),
        properties: {},
      },
    ])
    const { view, nodes } = await viewOfResult(store, resultOf(rows), null)
    expect([view.nodes.length, nodes]).toEqual([1500, 1800])
  })
})
