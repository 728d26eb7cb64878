import { describe, expect, it } from 'vitest'
import type { View } from '../../../graph-ui/api/contract.ts'
import { keepChoices, readChoices } from '../../../graph-ui/app/export/choices.ts'
import { dataSources } from '../../../graph-ui/app/export/data-sources.ts'
import { kept } from '../../../graph-ui/app/frame/kept.ts'
import type { Source } from '../../../graph-ui/app/state/picture.ts'
import type { Selection } from '../../../graph-ui/app/state/selection.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const view: View = {
  nodes: ['a', 'b', 'c'].map((key) => viewNode(key)),
  edges: [viewEdge('a', 'BASED_ON', 'b'), viewEdge('b', 'BASED_ON', 'c')],
}
const ab = { source: 'a', type: 'BASED_ON', target: 'b' }

describe('what there is to export as data', () => {
  const sourcesOf = (selection: Selection | null, source: Source = { kind: 'landscape' }) =>
    dataSources({ view, selection, picture: { source } })

  it('is what is shown, by its keys', () => {
    const bc = { source: 'b', type: 'BASED_ON', target: 'c' }
    expect(sourcesOf(null)).toEqual([
      {
        id: 'shown',
        name: 'What is shown (3 nodes, 2 edges)',
        data: { view: { nodes: ['a', 'b', 'c'], edges: [ab, bc] } },
      },
    ])
  })

  it.each<[Selection, name: string, nodes: string[], edges: object[]]>([
    [{ kind: 'node', key: 'a' }, '1 node', ['a'], []],
    [{ kind: 'nodes', keys: ['b', 'a'] }, '2 nodes, 1 edge', ['b', 'a'], [ab]],
    [{ kind: 'edge', key: 'a BASED_ON b' }, '2 nodes, 1 edge', ['a', 'b'], [ab]],
    [{ kind: 'claim', key: 'Claim/p#0' }, '1 node', ['Claim/p#0'], []],
  ])('is the selection %o', (selection, name, nodes, edges) => {
    const data = { view: { nodes, edges } }
    expect(sourcesOf(selection)[1]).toEqual({ id: 'selection', name: `The selection (${name})`, data })
  })

  it('is the whole answer of the query that the picture came from, with its parameters', () => {
    const query = { cypher: 'MATCH (n {id: $id}) RETURN n', params: { id: 'x' } }
    expect(sourcesOf(null, { kind: 'query', ...query })[1]).toEqual({
      id: 'query',
      name: 'The whole answer of the query',
      data: query,
    })
  })
})

describe('how a person last exported', () => {
  it('is kept, and what is not understood is as at first', () => {
    const first = readChoices()
    expect(first).toMatchObject({ kind: 'image', image: 'png', scale: '2', format: 'graphml' })
    keepChoices({ ...first, image: 'svg', scale: '4' })
    expect(readChoices()).toEqual({ ...first, image: 'svg', scale: '4' })
    for (const text of ['{"image":"gif","scale":9,"legend":"no"}', 'null', 'nonsense']) {
      kept.write('skein-export', text)
      expect(readChoices()).toEqual(first)
    }
  })
})
