/** The papers that came in, each with the way to it, and the picture of them with the concepts that they brought. */
import { api } from '../api/index.ts'
import { WhenLoaded } from '../details/loading.tsx'
import { useLoaded } from '../details/use-loaded.ts'
import { countOf } from '../numbers.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { byTitle } from './queue-words.ts'

interface NewPapersProps {
  /** Keys of nodes. */
  papers: readonly string[]
  concepts: readonly string[]
  /** New papers that are not named. */
  further: number
  exploration: Exploration
}

export function NewPapers({ papers, concepts, further, exploration }: NewPapersProps) {
  const keys = [...papers, ...concepts]
  const loaded = useLoaded(keys.join('\n'), (signal) => api.view(keys, signal))
  return (
    <section className="papers-new" aria-label="New papers">
      <WhenLoaded loaded={loaded}>
        {({ nodes, edges }) => (
          <>
            <button
              type="button"
              className="primary"
              onClick={() => exploration.show('New papers', { kind: 'nodes' }, { nodes, edges })}
            >
              {further > 0 ? `Show ${papers.length} of what is new` : 'Show what is new'}
            </button>
            <ol>
              {byTitle(nodes.filter(({ type }) => type === 'Paper')).map(({ key, name, year }) => (
                <li key={key}>
                  <button type="button" title={name} onClick={() => exploration.open(key, name)}>
                    <span>{name}</span> {year !== null && <span className="count">{year}</span>}
                  </button>
                </li>
              ))}
            </ol>
            {further > 0 && (
              <p className="note">And {countOf(further, 'further new paper')}, which the search finds.</p>
            )}
          </>
        )}
      </WhenLoaded>
    </section>
  )
}
