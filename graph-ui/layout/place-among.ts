/** Places for a picture most of which has been seen before. */
import { byKey, type LayoutGraph, type LayoutNode, type Places } from './graph.ts'
import { placeBeside } from './place-beside.ts'
import { neighboursIn } from './rows.ts'

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
  const neighbours = neighboursIn(view.edges)
  const waiting = new Map(nodes.filter(({ key }) => !places.has(key)).map((node) => [node.key, node]))
  while (waiting.size > 0) {
    const next = mostLinked(waiting, neighbours, places)
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
  neighbours: (key: string) => readonly string[],
  places: Places,
): LayoutNode {
  let [best, most] = [waiting.values().next().value!, -1]
  for (const node of waiting.values()) {
    const links = new Set(neighbours(node.key).filter((key) => places.has(key))).size
    if (links > most) [best, most] = [node, links]
  }
  return best
}
