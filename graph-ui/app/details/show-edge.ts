/** Brings the edge behind a claim into the picture, and selects it. */
import type { ClaimDetails } from '../../api/contract.ts'
import { placeBeside } from '../../layout/place-beside.ts'
import { api } from '../api/index.ts'
import { ApiError } from '../api/request.ts'
import { filteredView } from '../state/filtered.ts'
import { placeOf } from '../state/picture.ts'
import { byKey } from '../state/sets.ts'
import type { Exploration } from '../state/use-explorer.ts'

/** Where the picture does not have the edge, its ends are added beside what is there. */
export function showEdge(
  exploration: Exploration,
  { edge, subject, predicate }: ClaimDetails,
  goToNode: (key: string) => void,
): void {
  if (edge === null) return
  const { key, source, target } = edge
  const select = () => {
    goToNode(source)
    exploration.select({ kind: 'edge', key })
  }
  if (exploration.view.edges.some((shown) => shown.key === key)) {
    select()
    return
  }
  void exploration.working('Showing the edge', async (signal) => {
    const { nodes, edges } = await api.view([source, target], signal)
    const { picture, known } = exploration.state()
    if (picture.beginning !== exploration.picture.beginning) return
    const alone = { ...picture, nodes: byKey(nodes), edges: byKey(edges), hidden: new Set<string>() }
    if (!filteredView(alone, known).edges.some((left) => left.key === key))
      throw new ApiError('The filters leave this edge out. Clear them to see it.', 0, null)
    const present = new Map([...picture.nodes.values()].map((node) => [node.key, placeOf(picture, node)]))
    const places = placeBeside({ nodes, edges }, present.has(source) ? source : target, present)
    const placed = nodes.map((node) => ({ ...node, ...(places.get(node.key) ?? present.get(node.key)) }))
    exploration.do({
      kind: 'expand',
      key: source,
      name: subject.name,
      relation: predicate,
      direction: 'out',
      view: { nodes: placed, edges },
      scope: picture.scope,
    })
    select()
  })
}
