import type { Community, ViewEdge, ViewNode } from '../../../api/contract.ts'
import { findCommunities } from '../../../api/graph/communities.ts'

export interface CommunitiesQuestion {
  nodes: readonly ViewNode[]
  edges: readonly ViewEdge[]
  /** The nodes that the picture began with: what grows out of one of their communities keeps its number. */
  beginning: readonly string[]
}

export interface CommunitiesAnswer {
  /** Those of two nodes and more, the largest first. */
  communities: Community[]
  /** The number of each node's community, in the order of the question; -1 for nodes that belong to none. */
  numbers: Int32Array<ArrayBuffer>
}

/** Communities of a picture, found and named as the server does for the landscape. */
export function communities({ nodes, edges, beginning }: CommunitiesQuestion): CommunitiesAnswer {
  const found = findCommunities({ nodes: [...nodes], edges: [...edges] })
  const first = new Set(beginning)
  const before = findCommunities({
    nodes: nodes.filter(({ key }) => first.has(key)),
    edges: edges.filter(({ source, target }) => first.has(source) && first.has(target)),
  })
  const shared = found.communities.filter(({ size }) => size > 1)
  const kept = before.communities.filter(({ size }) => size > 1)
  const numberOf = renumbered(shared, found.communityOf, kept, before.communityOf)
  return {
    communities: shared.map((community) => ({ ...community, id: numberOf.get(community.id)! })),
    numbers: Int32Array.from(nodes, ({ key }) => numberOf.get(found.communityOf.get(key) ?? -1) ?? -1),
  }
}

/** Each community takes the number of the earlier one with which it has most nodes in common; the rest count on. */
function renumbered(
  communities: readonly Community[],
  communityOf: ReadonlyMap<string, number>,
  earlier: readonly Community[],
  earlierOf: ReadonlyMap<string, number>,
): Map<number, number> {
  const common = new Map<string, { now: number; then: number; count: number }>()
  for (const [key, then] of earlierOf) {
    const now = communityOf.get(key)
    if (now === undefined) continue
    const name = `${now} ${then}`
    common.set(name, { now, then, count: (common.get(name)?.count ?? 0) + 1 })
  }
  const numbers = new Map<number, number>()
  const given = new Set<number>()
  const byCount = [...common.values()].sort((a, b) => b.count - a.count || a.now - b.now || a.then - b.then)
  for (const { now, then } of byCount) {
    if (then >= earlier.length || numbers.has(now) || given.has(then)) continue
    numbers.set(now, then)
    given.add(then)
  }
  let next = earlier.length
  for (const { id } of communities) if (!numbers.has(id)) numbers.set(id, next++)
  return numbers
}
