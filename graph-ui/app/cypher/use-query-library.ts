import { useState } from 'react'
import { kept } from '../frame/kept.ts'
import { emptyLibrary, type QueryLibrary, readLibrary } from './query-library.ts'

/**
 * The library of queries that this browser keeps for a store.
 * @param store what the store calls itself; null while that is not known, when nothing is read
 * @returns the library, and what changes and keeps it
 */
export function useQueryLibrary(
  store: string | null,
): [QueryLibrary, (change: (library: QueryLibrary) => QueryLibrary) => void] {
  const place = `skein-queries ${store ?? ''}`
  const [held, setHeld] = useState({ place, library: read(place) })
  const library = held.place === place ? held.library : read(place)
  if (held.place !== place) setHeld({ place, library })
  return [
    library,
    (change) => {
      // Read anew: another tab may have kept something since.
      const next = change(read(place))
      kept.write(place, JSON.stringify(next))
      setHeld({ place, library: next })
    },
  ]
}

function read(place: string): QueryLibrary {
  return readLibrary(kept.read(place) ?? '') ?? emptyLibrary
}
