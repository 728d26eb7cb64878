/** What the graph holds, while nothing is selected. */
import type { Community, Stats } from '../../api/contract.ts'
import { Icon } from '../frame/icons.tsx'
import { countOf } from '../numbers.ts'
import './overview.css'

interface OverviewProps {
  stats: Stats | null
  communities: readonly Community[]
  /** Selects the node that a field is called after. */
  find(key: string): void
  /** Opens the way to bring papers in, where there is one. */
  addPapers(): void
}

const plural: Record<string, string> = {
  Method: 'methods',
  Dataset: 'datasets',
  Task: 'tasks',
  Metric: 'metrics',
}

export function Overview({ stats, communities, find, addPapers }: OverviewProps) {
  if (stats === null) return null
  const add = stats.canIngest && (
    <button type="button" className="text-button add-papers" onClick={addPapers}>
      <Icon name="plus" /> Add papers
    </button>
  )
  if (stats.papers === 0) {
    return (
      <section className="empty" aria-label="Empty graph">
        <h2>No papers yet</h2>
        {stats.canIngest && <p>Drop files on this page, or choose them:</p>}
        {add}
        <p>
          {stats.canIngest ? 'Or bring' : 'Bring'} some in from a terminal; this page says when they are
          there:
        </p>
        <pre>skein ingest my-papers.bib --store {stats.store}</pre>
        <p className="note">BibTeX, RIS, JSON Lines, CSV, arXiv, ACL Anthology, OpenAlex and more.</p>
      </section>
    )
  }
  return (
    <>
      <header className="headline">
        <h2>{countOf(stats.papers, 'paper')}, read</h2>
        <p className="facts">
          Every edge shows the sentences it was read from. Click one, or double-click a concept to follow it.
        </p>
        {add}
      </header>
      <dl className="figures">
        {stats.concepts.map(({ type, count }) => (
          <div key={type} className={`type-${type}`}>
            <dt>
              <span className="dot" />
              {plural[type]}
            </dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
        <div>
          <dt>claims</dt>
          <dd>{stats.claims.toLocaleString('en')}</dd>
        </div>
      </dl>
      {communities.length > 1 && (
        <section aria-label="Communities">
          <h3>Fields in this picture</h3>
          <ul className="communities">
            {communities
              .filter(({ size }) => size > 2)
              .map(({ id, name, key, members }) => (
                <li key={id}>
                  <button type="button" onClick={() => find(key)}>
                    <strong>{name}</strong>
                    <span>{members.join(', ')}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  )
}
