import { useEffect } from 'react'
import { api } from '../api/index.ts'
import type { Exploration } from '../state/use-explorer.ts'

/**
 * Asks for the venues behind the nodes of a picture, each node once.
 * @returns whether all of them are known
 */
export function useVenues(exploration: Exploration, wanted: boolean): boolean {
  const { picture, venues, working, setVenues } = exploration
  const { nodes } = picture
  const areKnown = [...nodes.keys()].every((key) => venues.has(key))
  const isWanted = wanted && !areKnown
  useEffect(() => {
    if (!isWanted) return
    const stop = new AbortController()
    void working(
      'Reading venues',
      async (signal) => {
        const missing = [...nodes.keys()].filter((key) => !venues.has(key))
        const answer = await api.venues(missing, signal)
        if (signal.aborted) return
        setVenues(new Map([...venues, ...answer.map((node) => [node.key, node.venues] as const)]))
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [isWanted, nodes, venues, working, setVenues])
  return areKnown
}
