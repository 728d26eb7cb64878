/** What of the picture is shown: a legend that is also a filter. */
import { type ReactNode, useRef, useState } from 'react'
import { Section } from '../frame/section.tsx'
import type { Exploration } from '../state/use-explorer.ts'
import { ActiveFilters } from './active-filters.tsx'
import { CommunityFilter } from './community-filter.tsx'
import { RelationFilter } from './relation-filter.tsx'
import { StrengthFilter } from './strength-filter.tsx'
import { TextFilter } from './text-filter.tsx'
import { TypeFilter } from './type-filter.tsx'
import { useCommunities } from './use-communities.ts'
import { useVenues } from './use-venues.ts'
import { VenueFilter } from './venue-filter.tsx'
import { YearRange } from './year-range.tsx'
import './filters.css'

type Title = 'Communities' | 'Types' | 'Relations' | 'Years' | 'Strength' | 'Venues' | 'Names'

/** At first; communities where nodes are coloured by them. */
const open: ReadonlySet<Title> = new Set(['Types', 'Relations', 'Years'])

export function FiltersPanel({ exploration }: { exploration: Exploration }) {
  const { picture, known } = exploration
  const { filters, appearance } = picture
  const isByCommunity = appearance.colour === 'community'
  const [toggledByHand, setToggled] = useState<ReadonlyMap<Title, boolean>>(new Map())
  const region = useRef<HTMLElement>(null)
  const isOpen = (title: Title) =>
    toggledByHand.get(title) ?? (title === 'Communities' ? isByCommunity : open.has(title))
  // Filters in effect need what they filter by, also where their section is closed.
  const areVenuesKnown = useVenues(exploration, isOpen('Venues') || filters.withoutVenues.size > 0)
  useCommunities(exploration, isOpen('Communities') || isByCommunity || filters.withoutCommunities.size > 0)

  const section = (title: Title, content: ReactNode) => (
    <Section
      key={title}
      title={title}
      open={isOpen(title)}
      onToggle={(now) => setToggled((before) => new Map(before).set(title, now))}
    >
      {content}
    </Section>
  )
  const communities = section('Communities', <CommunityFilter exploration={exploration} known={known} />)
  return (
    <section className="filters" aria-label="Filters" ref={region} tabIndex={-1}>
      <h2>Filters</h2>
      <ActiveFilters exploration={exploration} moveFocus={() => region.current?.focus()} />
      {isByCommunity && communities}
      {section('Types', <TypeFilter exploration={exploration} known={known} />)}
      {section('Relations', <RelationFilter exploration={exploration} known={known} />)}
      {section('Years', <YearRange exploration={exploration} known={known} />)}
      {section('Strength', <StrengthFilter exploration={exploration} />)}
      {!isByCommunity && communities}
      {section('Venues', <VenueFilter exploration={exploration} known={known} areKnown={areVenuesKnown} />)}
      {section('Names', <TextFilter exploration={exploration} />)}
    </section>
  )
}
