import { useMemo, useState } from 'react'
import { venueFacet } from '../state/facets.ts'
import type { FilterProps } from './filter-props.ts'
import { ValueList } from './value-list.tsx'

const firstShown = 12

/** Venues of the papers behind nodes; a concept is shown while one of its venues is. */
export function VenueFilter({ exploration, known, areKnown }: FilterProps & { areKnown: boolean }) {
  const { picture, do: act } = exploration
  const [query, setQuery] = useState('')
  const [isAllShown, setAllShown] = useState(false)
  const all = useMemo(() => venueFacet(picture, known), [picture, known])
  if (all.length === 0) {
    return (
      <p className="filter-note" role="status">
        {areKnown ? 'No venues are known here.' : 'Reading venues …'}
      </p>
    )
  }
  const words = query.toLowerCase().trim()
  const found = all.filter(({ value }) => value.toLowerCase().includes(words))
  const shown = isAllShown || words !== '' ? found : found.slice(0, firstShown)
  return (
    <>
      {all.length > firstShown && (
        <input
          type="search"
          className="filter-text"
          aria-label="Find a venue"
          placeholder="Find a venue"
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      )}
      <ValueList
        name="Venues"
        values={shown}
        all={all}
        leftOut={picture.filters.withoutVenues}
        nameOf={(venue) => venue}
        change={(withoutVenues, said) => act({ kind: 'filter', change: { withoutVenues }, words: said })}
      />
      {found.length === 0 && <p className="filter-note">No venue is called “{query.trim()}”.</p>}
      {shown.length < found.length && (
        <button type="button" className="filter-more" onClick={() => setAllShown(true)}>
          Show all {found.length}
        </button>
      )}
    </>
  )
}
