/** Places for very many nodes, at once: each group a disc, the largest in the middle, what has no group around them. */
import { sunflowerDistance, sunflowerPoint } from './sunflower.ts'

/** Smaller groups have no disc of their own. */
const leastMembers = 4
/** Room between discs. */
const gap = 2

interface Disc {
  members: number[]
  radius: number
  x: number
  y: number
  /** Where on the sunflower it stands. */
  step: number
}

/**
 * @param groupOf the group of each node; earlier nodes of a group stand nearer to its middle
 * @returns x and y of each node in turn
 */
export function discs(groupOf: ArrayLike<number>): Float32Array<ArrayBuffer> {
  const groups = new Map<number, number[]>()
  for (let node = 0; node < groupOf.length; node++) {
    const members = groups.get(groupOf[node]!)
    if (members) members.push(node)
    else groups.set(groupOf[node]!, [node])
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)
  const placed: Disc[] = []
  for (const members of sorted.filter(({ length }) => length >= leastMembers)) {
    placed.push(freeDisc(members, placed))
  }
  const places = new Float32Array(2 * groupOf.length)
  const put = (node: number, x: number, y: number) => {
    places[2 * node] = x * sunflowerDistance
    places[2 * node + 1] = y * sunflowerDistance
  }
  for (const { members, x, y } of placed) {
    members.forEach((node, i) => {
      const point = sunflowerPoint(i)
      put(node, x + point.x, y + point.y)
    })
  }
  const reach = Math.max(0, ...placed.map(({ x, y, radius }) => Math.hypot(x, y) + radius + gap))
  // The sunflower goes on where the discs end.
  const from = Math.ceil((reach / radiusOf(1)) ** 2)
  const rest = sorted.filter(({ length }) => length < leastMembers).flat()
  rest.forEach((node, i) => {
    const point = sunflowerPoint(from + i)
    put(node, point.x, point.y)
  })
  return places
}

/** The first place of the sunflower, from where the last disc stands, where this one touches no other. */
function freeDisc(members: number[], placed: readonly Disc[]): Disc {
  const radius = radiusOf(members.length)
  for (let step = placed.at(-1)?.step ?? 0; ; step++) {
    const { x, y } = step === 0 ? { x: 0, y: 0 } : sunflowerPoint(step)
    const isFree = placed.every((disc) => Math.hypot(disc.x - x, disc.y - y) >= disc.radius + radius + gap)
    if (isFree) return { members, radius, x, y, step }
  }
}

function radiusOf(count: number): number {
  const { x, y } = sunflowerPoint(count)
  return Math.hypot(x, y)
}
