/** Worked examples for this graph: what each answers, and how it is written. */
import { useEffect, useState } from 'react'
import { api } from '../api/index.ts'
import { examplesFor, type FilledExample } from './examples.ts'
import type { KeptQuery } from './query-library.ts'
import { QueryText } from './query-text.tsx'
import './queries.css'

interface ShelfProps {
  run(query: KeptQuery): void
  put(query: KeptQuery): void
}

export function Shelf({ run, put }: ShelfProps) {
  const examples = useExamples()
  return (
    <section className="queries" aria-label="Examples">
      <p className="note queries-note">
        {examples === null
          ? 'Looking for the strongest concepts of this graph…'
          : 'About the strongest concepts of this graph.'}
      </p>
      <ul className="shelf">
        {examples?.map(({ title, answers, ...query }) => (
          <li key={title} className="query-card">
            <h3>{title}</h3>
            <p className="note">{answers}</p>
            <QueryText query={query} />
            <p className="query-actions">
              <button type="button" aria-label={`Run: ${title}`} onClick={() => run(query)}>
                Run
              </button>
              <button type="button" aria-label={`Put into the editor: ${title}`} onClick={() => put(query)}>
                Put into the editor
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Null until the strongest concepts are known; where they cannot be read, the examples that need none. */
function useExamples(): readonly FilledExample[] | null {
  const [examples, setExamples] = useState<readonly FilledExample[] | null>(null)
  useEffect(() => {
    const control = new AbortController()
    api
      .landscape(control.signal)
      .then(({ nodes }) => setExamples(examplesFor(nodes)))
      .catch(() => {
        if (!control.signal.aborted) setExamples(examplesFor([]))
      })
    return () => control.abort()
  }, [])
  return examples
}
