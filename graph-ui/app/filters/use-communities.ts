import { useEffect } from 'react'
import { lacksCommunities } from '../state/communities.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { ask } from '../worker/client.ts'

/** Finds the communities of a picture that has none, once for each set of nodes. */
export function useCommunities(exploration: Exploration, wanted: boolean): void {
  const { picture, found, working, setCommunities } = exploration
  const { nodes, edges, beginning } = picture
  const isWanted = wanted && lacksCommunities(picture) && found.nodes !== nodes
  useEffect(() => {
    if (!isWanted) return
    const stop = new AbortController()
    void working(
      'Looking for communities',
      async (signal) => {
        const question = {
          nodes: [...nodes.values()],
          edges: [...edges.values()],
          beginning: [...beginning.nodes.keys()],
        }
        const { communities, numbers } = await ask('communities', question, signal)
        const communityOf = new Map<string, number>()
        question.nodes.forEach(({ key }, i) => {
          const number = numbers[i]!
          if (number >= 0) communityOf.set(key, number)
        })
        setCommunities({ nodes, communities, communityOf })
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [isWanted, nodes, edges, beginning, working, setCommunities])
}
