import { useEffect, useState } from 'react'
import type { ConceptHit, PaperHit } from '../../api/contract.ts'
import { api } from '../api/index.ts'

export type Hit = ConceptHit | PaperHit

export interface SearchState<H extends Hit = Hit> {
  /** The query that `hits` answer; null where none has been answered yet. */
  answered: string | null
  hits: H[]
  failed: boolean
}

const nothing: SearchState = { answered: null, hits: [], failed: false }
/** Waiting for the next letter costs less than an answer nobody reads. */
const pauseMs = 60

export function useSearch(query: string): SearchState {
  const [state, setState] = useState<SearchState>(nothing)
  const wanted = query.trim()
  useEffect(() => {
    if (wanted === '') {
      setState(nothing)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      api
        .search(wanted, stop.signal)
        .then(({ concepts, papers }) =>
          setState({ answered: wanted, hits: [...concepts, ...papers.slice(0, 5)], failed: false }),
        )
        .catch(() => {
          if (!stop.signal.aborted) setState({ answered: wanted, hits: [], failed: true })
        })
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted])
  return state
}

export function nameOf(hit: Hit): string {
  return hit.kind === 'concept' ? hit.name : hit.title
}
