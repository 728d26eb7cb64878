/** The queries that were run in this browser on this store, the last one first. */
import type { KeptQuery } from './query-library.ts'
import { QueryText } from './query-text.tsx'
import './queries.css'

interface HistoryProps {
  history: readonly KeptQuery[]
  run(query: KeptQuery): void
  put(query: KeptQuery): void
}

export function History({ history, run, put }: HistoryProps) {
  return (
    <section className="queries" aria-label="History">
      <p className="note queries-note">
        {history.length === 0
          ? 'Queries that you run are remembered here, in this browser alone.'
          : 'In the editor, Alt-Up and Alt-Down go through it.'}
      </p>
      <ol className="query-list">
        {history.map((query, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a query is its place in the history
          <li key={i} className="query-card">
            <QueryText query={query} />
            <p className="query-actions">
              <button type="button" aria-label={`Run: ${oneLine(query.cypher)}`} onClick={() => run(query)}>
                Run
              </button>
              <button
                type="button"
                aria-label={`Put into the editor: ${oneLine(query.cypher)}`}
                onClick={() => put(query)}
              >
                Put into the editor
              </button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function oneLine(cypher: string): string {
  return cypher.replace(/\s+/g, ' ').slice(0, 80)
}
