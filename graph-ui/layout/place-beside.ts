/** Places for nodes that join a picture: nothing that is there moves. */
import { byKey, type LayoutGraph, type Places } from './graph.ts'
import { nodeRadius } from './radius.ts'
import { stretch, type TakenPlaces, takenPlaces } from './taken-places.ts'

/** Distance that is kept between nodes, so that names stay readable. */
const distance = 62
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/**
 * Each new node goes to the free place nearest to what it is linked to, on the side away from the rest.
 * @param origin the node that is being expanded; it is among `present`
 */
export function placeBeside(view: LayoutGraph, origin: string, present: Places): Places {
  const taken = takenPlaces(present, distance * 0.8)
  const at = present.get(origin) ?? { x: 0, y: 0 }
  const outward = directionAwayFrom(at, present)
  const added: Places = new Map()
  const fresh = view.nodes.filter((node) => !present.has(node.key)).sort(byKey)
  fresh.forEach((node, i) => {
    const anchor = anchorOf(node.key, view, present) ?? at
    const reach = distance + nodeRadius(node.type, node.papers)
    const place = freePlace(anchor, outward + (i % 2 === 0 ? 1 : -1) * i * 0.11, reach, taken)
    taken.add(place)
    added.set(node.key, place)
  })
  return added
}

/** The middle of the present nodes that a new one is linked to. */
function anchorOf(key: string, view: LayoutGraph, present: Places): { x: number; y: number } | null {
  const linked = view.edges.flatMap(({ source, target }) => {
    const other = source === key ? target : target === key ? source : null
    const place = other === null ? undefined : present.get(other)
    return place ? [place] : []
  })
  if (linked.length === 0) return null
  const sum = linked.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / linked.length, y: sum.y / linked.length }
}

function directionAwayFrom(at: { x: number; y: number }, present: Places): number {
  let [x, y] = [0, 0]
  for (const place of present.values()) {
    x += at.x - place.x
    y += at.y - place.y
  }
  return Math.atan2(y, x)
}

function freePlace(
  anchor: { x: number; y: number },
  direction: number,
  reach: number,
  taken: TakenPlaces,
): { x: number; y: number } {
  for (let step = 0; ; step++) {
    const radius = reach + 9 * Math.sqrt(step) * Math.sqrt(2)
    const angle = direction + step * goldenAngle
    const x = Math.round((anchor.x + radius * stretch * Math.cos(angle)) * 100) / 100
    const y = Math.round((anchor.y + radius * Math.sin(angle)) * 100) / 100
    if (taken.isFree(x, y)) return { x, y }
  }
}
