/** Edges that a table speaks of, shown in the picture or not. */
import type { DrawnType, ViewEdge } from '../../api/contract.ts'
import type { Exploration } from '../state/use-explorer.ts'

export function edgeOf(source: string, type: DrawnType, target: string): ViewEdge {
  const stated = { papers: 1, against: 0, confidence: null, firstYear: null, lastYear: null }
  return { key: JSON.stringify([source, type, target]), source, target, type, ...stated }
}

/** Selects an edge where the picture shows it; where it does not, what is selected stays. */
export function selectEdge(exploration: Exploration, source: string, type: DrawnType, target: string): void {
  const { key } = edgeOf(source, type, target)
  if (exploration.view.edges.some((edge) => edge.key === key)) exploration.select({ kind: 'edge', key })
}
