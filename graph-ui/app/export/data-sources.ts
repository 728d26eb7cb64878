/** What there is to export as data. */
import type { View } from '../../api/contract.ts'
import type { ExportedData } from '../api/export.ts'
import { countOf } from '../numbers.ts'
import type { Picture } from '../state/picture.ts'
import { type Selection, selectedNodes } from '../state/selection.ts'

export type DataSourceId = 'shown' | 'selection' | 'query'

export interface DataSource {
  id: DataSourceId
  name: string
  data: ExportedData
}

interface Shown {
  view: View
  selection: Selection | null
  picture: Pick<Picture, 'source'>
}

/** What is shown comes first; the others where there are any. */
export function dataSources({ view, selection, picture: { source } }: Shown): DataSource[] {
  const sources: DataSource[] = [
    { id: 'shown', name: `What is shown (${sizeOf(view)})`, data: viewData(view) },
  ]
  const selected = selectedPart(selection, view)
  if (selected !== null)
    sources.push({ id: 'selection', name: `The selection (${sizeOf(selected)})`, data: viewData(selected) })
  if (source.kind === 'query') {
    const { cypher, params } = source
    sources.push({ id: 'query', name: 'The whole answer of the query', data: { cypher, params } })
  }
  return sources
}

/** What an export needs of a view. */
interface Part {
  nodes: readonly { key: string }[]
  edges: View['edges']
}

/** The nodes that are selected and the edges among them, or an edge and its ends; null where nothing is. */
function selectedPart(selection: Selection | null, { edges }: View): Part | null {
  if (selection === null) return null
  if (selection.kind === 'edge') {
    const edge = edges.find(({ key }) => key === selection.key)
    return edge ? { nodes: nodesOf([edge.source, edge.target]), edges: [edge] } : null
  }
  const keys = new Set(selection.kind === 'claim' ? [selection.key] : selectedNodes(selection))
  return {
    nodes: nodesOf(keys),
    edges: edges.filter(({ source, target }) => keys.has(source) && keys.has(target)),
  }
}

function nodesOf(keys: Iterable<string>): { key: string }[] {
  return [...new Set(keys)].map((key) => ({ key }))
}

function sizeOf({ nodes, edges }: Part): string {
  return edges.length === 0
    ? countOf(nodes.length, 'node')
    : `${countOf(nodes.length, 'node')}, ${countOf(edges.length, 'edge')}`
}

function viewData({ nodes, edges }: Part): ExportedData {
  return {
    view: {
      nodes: nodes.map(({ key }) => key),
      edges: edges.map(({ source, type, target }) => ({ source, type, target })),
    },
  }
}
