/** Communities that the page has found, where a picture came without any. */
import type { Community, ViewNode } from '../../api/contract.ts'
import type { Picture } from './picture.ts'

/** The number of each node's community, by the node's key; nodes that belong to none are missing. */
export type CommunityOf = ReadonlyMap<string, number>

export interface FoundCommunities {
  /** The nodes of the picture in which they were found; null before any were looked for. */
  nodes: Picture['nodes'] | null
  communities: readonly Community[]
  communityOf: CommunityOf
}

export const noneFound: FoundCommunities = { nodes: null, communities: [], communityOf: new Map() }

/** Whether a picture has to be searched for communities: only the landscape comes with names for its numbers. */
export function lacksCommunities({ communities, nodes }: Picture): boolean {
  return communities.length === 0 && nodes.size > 0
}

/** Those that a picture came with, or those found in it. */
export function communitiesOf(picture: Picture, found: FoundCommunities): readonly Community[] {
  return lacksCommunities(picture) ? found.communities : picture.communities
}

/** What tells the number of a node's community: as the picture came, or as it was found. */
export function communityIn(picture: Picture, communityOf: CommunityOf): (node: ViewNode) => number | null {
  return lacksCommunities(picture) ? ({ key }) => communityOf.get(key) ?? null : ({ community }) => community
}
