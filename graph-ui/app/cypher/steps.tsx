/** The steps of the trail, each with the query that gives what the picture showed after it; the last one first. */
import { useDeferredValue, useMemo, useState } from 'react'
import { CopyButton } from '../frame/copy-button.tsx'
import { type CommandLog, emptyLog } from '../state/command-log.ts'
import type { Known } from '../state/filtered.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { fieldTextsOf } from './parameters.ts'
import type { KeptQuery } from './query-library.ts'
import { QueryText } from './query-text.tsx'
import { changesOfContent } from './statements.ts'
import { shortFields, stepStatement } from './step-statement.ts'
import { withValues } from './with-values.ts'
import './queries.css'

interface UseOfQueries {
  run(query: KeptQuery): void
  put(query: KeptQuery): void
}

interface StepsProps extends UseOfQueries {
  exploration: Pick<Exploration, 'log' | 'known'>
}

const stepsAtFirst = 20

export function Steps({ exploration, run, put }: StepsProps) {
  // Queries of a large picture take time to write: they come one after the other, and hold nothing up.
  const log = useDeferredValue(exploration.log, emptyLog)
  const [isWhole, setWhole] = useState(false)
  const all = log.steps.map((_, i) => log.steps.length - i)
  const shown = isWhole ? all : all.slice(0, stepsAtFirst)
  return (
    <section className="queries" aria-label="Steps as queries">
      <p className="note queries-note">Each query gives what the picture showed after the step.</p>
      <ol className="query-list" aria-label="Steps, the last one first">
        {shown.map((number) => (
          <StepCard key={number} log={log} number={number} known={exploration.known} run={run} put={put} />
        ))}
      </ol>
      {shown.length < all.length && (
        <button type="button" className="quiet-button" onClick={() => setWhole(true)}>
          Show {all.length - shown.length} more
        </button>
      )}
    </section>
  )
}

interface StepCardProps extends UseOfQueries {
  log: CommandLog
  number: number
  known: Known
}

function StepCard({ log, number, known, run, put }: StepCardProps) {
  const { command, words, picture } = log.steps[number - 1]!
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came before a step never changes
  const statement = useMemo(() => stepStatement(log, number, known), [command, picture, known])
  const isUndone = number > log.at
  const title = (
    <h3>
      <span className="count">{number}</span>
      {words}
      {isUndone && ', undone'}
    </h3>
  )
  const className = isUndone ? 'query-card step-card step-undone' : 'query-card step-card'
  if (statement === null) {
    return (
      <li className={className}>
        {title}
        <p className="note">
          {changesOfContent.includes(command.kind)
            ? 'No query: what it showed cannot be asked for.'
            : 'No query: it changed only how the picture looks.'}
        </p>
      </li>
    )
  }
  const { cypher, params } = statement
  const query = () => ({ cypher, fields: fieldTextsOf(params) })
  const name = `step ${number}: ${words}`
  return (
    <li className={className}>
      {title}
      <QueryText query={{ cypher, fields: shortFields(statement) }} />
      <p className="query-actions">
        <button type="button" aria-label={`Run ${name}`} onClick={() => run(query())}>
          Run
        </button>
        <button type="button" aria-label={`Put into the editor: ${name}`} onClick={() => put(query())}>
          Put into the editor
        </button>
        <CopyButton
          name="Copy"
          label={`Copy ${name}`}
          what="the query, with its values"
          text={() => withValues(statement)}
        />
      </p>
    </li>
  )
}
