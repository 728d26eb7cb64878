/** The picture of a landscape: every community a region of its own, kin ones side by side. */
import { UndirectedGraph } from 'graphology'
import { layOut } from '../../layout/force.ts'
import { byKey, type Places } from '../../layout/graph.ts'
import { type Box, nameBox, separate } from '../../layout/separate.ts'
import type { PlacelessView } from './view-parts.ts'

/** Room around a region, and above it for its name. */
const border = 44
const title = 30

/**
 * Lays out each community by itself, then the communities as boxes among themselves.
 * @param communityOf every node's community
 */
export function layOutCommunities(view: PlacelessView, communityOf: Map<string, number>): Places {
  const regions = new Map<number, Places>()
  const kin = new UndirectedGraph()
  const boxes = new Map<string, Box>()
  for (const community of [...new Set(communityOf.values())].sort((a, b) => a - b)) {
    const nodes = view.nodes.filter(({ key }) => communityOf.get(key) === community)
    const keys = new Set(nodes.map(({ key }) => key))
    const edges = view.edges.filter(({ source, target }) => keys.has(source) && keys.has(target))
    const places = layOut({ nodes, edges })
    const named = nodes.map((node) => ({ place: places.get(node.key)!, box: nameBox(node) }))
    const left = Math.min(...named.map(({ place, box }) => place.x - box.left))
    const right = Math.max(...named.map(({ place, box }) => place.x + box.right))
    const bottom = Math.min(...named.map(({ place, box }) => place.y - box.half))
    const top = Math.max(...named.map(({ place, box }) => place.y + box.half)) + title
    regions.set(community, shifted(places, -(left + right) / 2, -(bottom + top) / 2))
    boxes.set(String(community), {
      left: (right - left) / 2 + border / 2,
      right: (right - left) / 2 + border / 2,
      half: (top - bottom) / 2 + border / 2,
    })
    const angle = community * Math.PI * (3 - Math.sqrt(5))
    kin.addNode(String(community), { x: 60 * Math.cos(angle), y: 60 * Math.sin(angle) })
  }
  for (const { source, target, papers } of [...view.edges].sort(byKey)) {
    const [a, b] = [communityOf.get(source), communityOf.get(target)].map(String)
    if (a === b || a === undefined || b === undefined) continue
    kin.updateUndirectedEdge(a, b, (edge) => ({ weight: (edge.weight ?? 0) + papers }))
  }
  const centres = bestArrangement(kin, boxes)
  const placed: Places = new Map()
  for (const [community, places] of regions) {
    const centre = centres.get(String(community))!
    for (const [key, place] of shifted(places, centre.x, centre.y)) placed.set(key, place)
  }
  return placed
}

const rounds = 240
/** Width of a usual window over its height. */
const aspect = 1.15
/** Widths that an arrangement is pressed to, before what then overlaps moves apart again. */
const squeezes = [1.6, 1.25, 1, 0.8, 0.6, 0.45, 0.3, 0.2]

/** Of several arrangements the one that can be shown largest. */
function bestArrangement(kin: UndirectedGraph, boxes: Map<string, Box>): Places {
  arrange(kin, boxes)
  const arrangements = squeezes.map((squeeze) => {
    const pressed = kin.copy()
    pressed.updateEachNodeAttributes((_, place) => ({ ...place, x: place.x * squeeze }))
    separate(pressed, boxes, 400)
    const sides = pressed.mapNodes((key, { x, y }) => ({ x, y, ...boxes.get(key)! }))
    const width =
      Math.max(...sides.map(({ x, right }) => x + right)) - Math.min(...sides.map(({ x, left }) => x - left))
    const height =
      Math.max(...sides.map(({ y, half }) => y + half)) - Math.min(...sides.map(({ y, half }) => y - half))
    return { pressed, size: Math.max(width / aspect, height) }
  })
  const best = arrangements.reduce((known, other) => (other.size < known.size ? other : known))
  return new Map(best.pressed.mapNodes((key, { x, y }) => [key, { x, y }] as const))
}

/** Springs between kin regions, a pull to the middle, and no overlaps: what belongs together is near. */
function arrange(kin: UndirectedGraph, boxes: Map<string, Box>): void {
  for (let round = 0; round < rounds; round++) {
    const cooling = 1 - round / rounds
    const pulls = new Map(kin.mapNodes((key, { x, y }) => [key, { x: -x * 0.02, y: -y * 0.02 }] as const))
    kin.forEachEdge((_, { weight }, a, b, from, to) => {
      const strength = 0.04 * Math.min(1, weight / 6)
      const [x, y] = [(to.x - from.x) * strength, (to.y - from.y) * strength]
      const [ofA, ofB] = [pulls.get(a)!, pulls.get(b)!]
      pulls.set(a, { x: ofA.x + x, y: ofA.y + y })
      pulls.set(b, { x: ofB.x - x, y: ofB.y - y })
    })
    kin.updateEachNodeAttributes((key, place) => {
      const pull = pulls.get(key)!
      return { ...place, x: place.x + pull.x * cooling, y: place.y + pull.y * cooling }
    })
    separate(kin, boxes, 12)
  }
}

function shifted(places: Places, x: number, y: number): Places {
  const round = (value: number) => Math.round(value * 100) / 100
  return new Map([...places].map(([key, place]) => [key, { x: round(place.x + x), y: round(place.y + y) }]))
}
