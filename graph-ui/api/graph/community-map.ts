/** The picture of a landscape: every community a region of its own, kin ones side by side. */
import { UndirectedGraph } from 'graphology'
import { layOut, type Places } from './layout.ts'
import { type Box, nameBox, separate } from './separate.ts'
import { byKey, type PlacelessView } from './view-parts.ts'

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
  const centres = arrange(kin, boxes)
  const placed: Places = new Map()
  for (const [community, places] of regions) {
    const centre = centres.get(String(community))!
    for (const [key, place] of shifted(places, centre.x, centre.y)) placed.set(key, place)
  }
  return placed
}

const rounds = 240

/**
 * Springs between kin regions, a pull to the middle, and no overlaps: a packing in which what belongs together
 * is near.
 */
function arrange(kin: UndirectedGraph, boxes: Map<string, Box>): Places {
  for (let round = 0; round < rounds; round++) {
    const cooling = 1 - round / rounds
    const places = new Map(kin.mapNodes((key, { x, y }) => [key, { x, y }] as const))
    const pulls = new Map([...places].map(([key, { x, y }]) => [key, { x: -x * 0.03, y: -y * 0.025 }]))
    kin.forEachEdge((_, { weight }, a, b) => {
      const [from, to] = [places.get(a)!, places.get(b)!]
      for (const [key, sign] of [
        [a, 1],
        [b, -1],
      ] as const) {
        const pull = pulls.get(key)!
        const strength = 0.05 * Math.min(1, weight / 6)
        pull.x += sign * (to.x - from.x) * strength
        pull.y += sign * (to.y - from.y) * strength
      }
    })
    kin.updateEachNodeAttributes((key, attributes) => {
      const pull = pulls.get(key)!
      return { ...attributes, x: attributes.x + pull.x * cooling, y: attributes.y + pull.y * cooling }
    })
    separate(kin, boxes, 12)
  }
  separate(kin, boxes, 400)
  return new Map(kin.mapNodes((key, { x, y }) => [key, { x, y }] as const))
}

function shifted(places: Places, x: number, y: number): Places {
  const round = (value: number) => Math.round(value * 100) / 100
  return new Map([...places].map(([key, place]) => [key, { x: round(place.x + x), y: round(place.y + y) }]))
}
