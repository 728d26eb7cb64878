import { useMemo } from 'react'
import { communityProperty } from '../palette.ts'
import { communitiesOf, lacksCommunities } from '../state/communities.ts'
import { communityFacet } from '../state/facets.ts'
import type { FilterProps } from './filter-props.ts'
import { ValueList } from './value-list.tsx'

/** Communities by name; where nodes are coloured by them, in their colours. */
export function CommunityFilter({ exploration, known }: FilterProps) {
  const { picture, found, do: act } = exploration
  const communities = communitiesOf(picture, found)
  const values = useMemo(() => communityFacet(picture, known), [picture, known])
  if (values.length === 0) {
    const isSearching = lacksCommunities(picture) && found.nodes !== picture.nodes
    return (
      <p className="filter-note" role="status">
        {isSearching ? 'Looking for communities …' : 'Nothing here belongs together more than the rest.'}
      </p>
    )
  }
  return (
    <ValueList
      name="Communities"
      values={values}
      leftOut={picture.filters.withoutCommunities}
      nameOf={(id) => communities.find((community) => community.id === id)?.name ?? `Community ${id + 1}`}
      sign={(id) =>
        picture.appearance.colour === 'community' && (
          <span className="dot" aria-hidden="true" style={{ background: `var(${communityProperty(id)})` }} />
        )
      }
      change={(withoutCommunities, words) => act({ kind: 'filter', change: { withoutCommunities }, words })}
    />
  )
}
