/** Nodes and edges of a view, made from rows of the store; places are given later. */
import { type ConceptType, conceptTypes } from '../../../shared/schema.ts'
import { edgeKey } from '../../edge-key.ts'
import { byKey } from '../../layout/graph.ts'
import type { ViewEdge, ViewNode } from '../contract.ts'
import { claimKey, conceptKey, paperKey } from './keys.ts'
import { number, numberOrNull, type Row, text } from './reading.ts'

export type PlacelessNode = Omit<ViewNode, 'x' | 'y' | 'community'>
export interface PlacelessView {
  nodes: PlacelessNode[]
  edges: ViewEdge[]
}

/** What a RETURN clause has to give for {@link conceptNode}. */
export function conceptColumns(variable: string): string {
  return ['id', 'name', 'type', 'papers', 'firstYear', 'lastYear']
    .map((p) => `${variable}.${p} AS ${p}`)
    .join(', ')
}

export function conceptNode(row: Row): PlacelessNode {
  return {
    key: conceptKey(text(row.id)),
    type: toConceptType(row.type),
    name: text(row.name),
    papers: number(row.papers),
    year: numberOrNull(row.firstYear),
    lastYear: numberOrNull(row.lastYear),
  }
}

export function toConceptType(value: Row[string] | undefined): ConceptType {
  return conceptTypes.find((type) => type === value) ?? 'Method'
}

export function paperColumns(variable: string): string {
  return ['id', 'title', 'year'].map((p) => `${variable}.${p} AS ${p}`).join(', ')
}

export function paperNode(row: Row): PlacelessNode {
  const name = text(row.title) || 'Untitled paper'
  const year = numberOrNull(row.year)
  return { key: paperKey(text(row.id)), type: 'Paper', name, papers: 0, year, lastYear: year }
}

export function claimColumns(variable: string): string {
  return ['id', 'sentence', 'year'].map((p) => `${variable}.${p} AS ${p}`).join(', ')
}

export function claimNode(row: Row): PlacelessNode {
  const year = numberOrNull(row.year)
  return {
    key: claimKey(text(row.id)),
    type: 'Claim',
    name: text(row.sentence),
    papers: 0,
    year,
    lastYear: year,
  }
}

/** What a RETURN clause has to give for {@link edgeBetween}, with the relationship's type as `relation`. */
export const derivedEdgeColumns =
  'r.papers AS behind, r.against AS against, r.confidence AS confidence, r.firstYear AS since, r.lastYear AS until'

export function edgeBetween(source: string, type: string, target: string, row: Row): ViewEdge {
  return {
    key: edgeKey(source, type, target),
    source,
    target,
    type,
    papers: numberOrNull(row.behind) ?? 1,
    against: number(row.against),
    confidence: numberOrNull(row.confidence),
    firstYear: numberOrNull(row.since),
    lastYear: numberOrNull(row.until),
  }
}

/** Both views as one, each node and edge once, sorted by key. */
export function mergeViews(views: PlacelessView[]): PlacelessView {
  const nodes = new Map(views.flatMap((view) => view.nodes).map((node) => [node.key, node]))
  const edges = new Map(views.flatMap((view) => view.edges).map((edge) => [edge.key, edge]))
  return {
    nodes: [...nodes.values()].sort(byKey),
    edges: [...edges.values()].filter((e) => nodes.has(e.source) && nodes.has(e.target)).sort(byKey),
  }
}
