/** Places for a picture most of which has been seen before. */
import { byKey, type LayoutGraph, type LayoutNode, type Places } from './graph.ts'
import { placeBeside } from './place-beside.ts'

/** Below this share of known nodes a new layout is worth more than the old places. */
const leastKnown = 0.5

/**
 * What is known stays where it is; each new node goes beside those that it is linked to, else beside its group.
 * @param groups nodes that belong together
 * @returns null where too little is known
 */
export function placeAmong(view: LayoutGraph, groups: Map<string, number>, known: Places): Places | null {
  const nodes = [...view.nodes].sort(byKey)
  const places: Places = new Map()
  for (const { key } of nodes) {
    const place = known.get(key)
    if (place) places.set(key, place)
  }
  if (nodes.length === 0 || places.size < nodes.length * leastKnown) return null
  const others = neighboursIn(view)
  const waiting = new Map(nodes.filter(({ key }) => !places.has(key)).map((node) => [node.key, node]))
  while (waiting.size > 0) {
    const next = mostLinked(waiting, others, places)
    waiting.delete(next.key)
    const edges = view.edges.filter(({ source, target }) => source === next.key || target === next.key)
    const kin = nodes.find(({ key }) => places.has(key) && groups.get(key) === groups.get(next.key))
    for (const [key, place] of placeBeside({ nodes: [next], edges }, kin?.key ?? '', places)) {
      places.set(key, place)
    }
  }
  return places
}

/** Of the nodes without a place the one with most neighbours that have one. */
function mostLinked(
  waiting: ReadonlyMap<string, LayoutNode>,
  others: ReadonlyMap<string, ReadonlySet<string>>,
  places: Places,
): LayoutNode {
  let [best, most] = [waiting.values().next().value!, -1]
  for (const node of waiting.values()) {
    const links = [...(others.get(node.key) ?? [])].filter((key) => places.has(key)).length
    if (links > most) [best, most] = [node, links]
  }
  return best
}

function neighboursIn({ edges }: LayoutGraph): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>()
  const link = (a: string, b: string) => others.set(a, (others.get(a) ?? new Set()).add(b))
  for (const { source, target } of edges) {
    link(source, target)
    link(target, source)
  }
  return others
}
