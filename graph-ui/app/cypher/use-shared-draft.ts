import { useEffect, useRef } from 'react'
import type { Statement } from '../api/cypher.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { parameterNames, paramsOf } from './parameters.ts'
import type { KeptQuery } from './query-library.ts'

/** The page knows the query that is being written, and a link puts one into the editor. */
export function useSharedDraft(
  { query, setQuery }: Pick<Exploration, 'query' | 'setQuery'>,
  draft: KeptQuery | null,
  put: (query: Statement) => void,
): void {
  /** The draft that the page knows from here; anything else came from a link. */
  const own = useRef<Statement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another query of the page is put
  useEffect(() => {
    if (query === null || query === own.current) return
    own.current = query
    put(query)
  }, [query])

  const params = draft === null ? {} : paramsOf(parameterNames(draft.cypher), draft.fields)
  const text = draft === null ? null : JSON.stringify([draft.cypher, params])
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all of the draft
  useEffect(() => {
    // What the panel is opened with is what the page knows already.
    if (first.current) {
      first.current = false
      return
    }
    own.current = draft === null ? null : { cypher: draft.cypher, params }
    setQuery(own.current)
  }, [text])
}
