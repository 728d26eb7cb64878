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

/** Whether a picture has to be searched for communities: the landscape comes with its own. */
export function lacksCommunities({ communities, nodes }: Picture): boolean {
  return communities.length === 0 && nodes.size > 0
}

/** Those that a picture came with, or those found in it. */
export function communitiesOf(picture: Picture, found: FoundCommunities): readonly Community[] {
  return lacksCommunities(picture) ? found.communities : picture.communities
}

export function communityOfNode({ key, community }: ViewNode, communityOf: CommunityOf): number | null {
  return community ?? communityOf.get(key) ?? null
}
