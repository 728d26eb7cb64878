import { useEffect, useState } from 'react'
import type { ConceptReference } from '../../api/contract.ts'
import { conceptOf } from '../search/concept-of.ts'
import { selectedNodes } from '../state/selection.ts'
import type { Exploration } from '../state/use-explorer.ts'

/** Where paths begin and end. */
export interface Ends {
  from: ConceptReference | null
  to: ConceptReference | null
}

/**
 * The ends that are chosen: at first the nodes that the panel was opened for, or else what is selected.
 * @param about keys of nodes; another array where the panel was opened anew
 */
export function useEnds(exploration: Exploration, about: readonly string[]): [Ends, (ends: Ends) => void] {
  const [ends, setEnds] = useState<Ends>({ from: null, to: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected later changes nothing
  useEffect(() => {
    const asked = about.length > 0 ? about : ends.from || ends.to ? [] : selectedNodes(exploration.selection)
    const keys = asked.filter((key) => key.startsWith('Concept/')).slice(0, 2)
    if (keys.length === 0) return
    const stop = new AbortController()
    Promise.all(keys.map((key) => conceptOf(exploration, key, stop.signal))).then(
      ([from = null, to = null]) => {
        if (!stop.signal.aborted) setEnds({ from, to })
      },
      // What is gone cannot be an end; the person chooses another one.
      () => {},
    )
    return () => stop.abort()
  }, [about])
  return [ends, setEnds]
}
