/** What was last done with the mouse, as a query to go on from. */
import { useMemo } from 'react'
import type { Statement } from '../api/cypher.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { statementOf } from './statements.ts'

interface StepCypherProps {
  exploration: Pick<Exploration, 'log' | 'picture' | 'known'>
  /** What the editor holds: it is not offered again. */
  written: string
  edit(statement: Statement): void
}

export function StepCypher({ exploration: { log, picture, known }, written, edit }: StepCypherProps) {
  const step = useMemo(() => {
    for (const { command, words } of log.steps.slice(0, log.at).reverse()) {
      const statement = statementOf(command, picture, known)
      if (statement !== null) return { words, statement }
    }
    return null
  }, [log, picture, known])
  if (step === null || step.statement.cypher.trim() === written.trim()) return null
  const { words, statement } = step
  return (
    <section className="step-cypher" aria-label="Your last step">
      <p>
        <span className="step-words">Your last step, in Cypher: {words}</span>
        <button type="button" className="quiet-button" onClick={() => edit(statement)}>
          Edit
        </button>
      </p>
      <code title={statement.cypher}>{statement.cypher}</code>
    </section>
  )
}
