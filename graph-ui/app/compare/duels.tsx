/** Who is said to outperform whom, by how much, and who says otherwise: winners as rows, losers as columns. */
import { Fragment, useId, useState } from 'react'
import type { ClaimStatement, Comparison, ConceptReference, Duel } from '../../api/contract.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { countOf } from '../numbers.ts'
import { resultOf } from './amounts.ts'
import { selectEdge } from './edges.ts'
import { OpenedRow } from './opened-row.tsx'
import { Statements } from './statements.tsx'

interface DuelsProps extends Pick<DeskPanelProps, 'exploration' | 'goToNode'> {
  comparison: Comparison
}

/** All that is said of a pair, or one claim of it. */
interface Opened {
  winner: string
  loser: string
  claim: string | null
}

export function Duels({ comparison: { concepts, duels }, exploration, goToNode }: DuelsProps) {
  const [open, setOpen] = useState<Opened | null>(null)
  const id = useId()
  const duelOf = (winner: string, loser: string) =>
    duels.find((duel) => duel.winner === winner && duel.loser === loser && duel.total > 0)
  if (duels.length === 0)
    return <p className="note compare-hint">No paper says that one of them outperforms another.</p>

  const isOpen = (duel: Duel, claim: string | null) =>
    open?.winner === duel.winner && open.loser === duel.loser && open.claim === claim
  function toggle(duel: Duel, claim: string | null): void {
    const { winner, loser } = duel
    setOpen(isOpen(duel, claim) ? null : { winner, loser, claim })
    if (isOpen(duel, claim)) return
    if (claim === null) selectEdge(exploration, winner, 'OUTPERFORMS', loser)
    else exploration.select({ kind: 'claim', key: claim })
  }
  return (
    <table className="compare-table duels">
      <caption>Who is said to outperform whom</caption>
      <thead>
        <tr>
          <td />
          {concepts.map(({ key, name }) => (
            <th key={key} scope="col">
              <span className="count">outperforms</span> {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {concepts.map((winner) => {
          const opened = open?.winner === winner.key ? duelOf(winner.key, open.loser) : undefined
          const loser = opened && concepts.find(({ key }) => key === opened.loser)
          return (
            <Fragment key={winner.key}>
              <tr>
                <th scope="row">{winner.name}</th>
                {concepts.map((rival) => (
                  <td key={rival.key} className={rival.key === winner.key ? 'itself' : undefined}>
                    <DuelCell
                      duel={duelOf(winner.key, rival.key)}
                      winner={winner}
                      loser={rival}
                      opens={id}
                      isOpen={isOpen}
                      toggle={toggle}
                    />
                  </td>
                ))}
              </tr>
              {opened && loser && (
                <OpenedRow
                  id={id}
                  columns={concepts.length + 1}
                  name={`${winner.name} outperforms ${loser.name}`}
                >
                  <OpenedStatements duel={opened} claim={open?.claim ?? null} read={goToNode} />
                </OpenedRow>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

interface DuelCellProps {
  duel: Duel | undefined
  winner: ConceptReference
  loser: ConceptReference
  opens: string
  isOpen(duel: Duel, claim: string | null): boolean
  toggle(duel: Duel, claim: string | null): void
}

const resultsShown = 3

function DuelCell({ duel, winner, loser, opens, isOpen, toggle }: DuelCellProps) {
  if (!duel)
    return winner.key === loser.key ? null : (
      <>
        <span aria-hidden="true" className="count">
          –
        </span>
        <span className="unseen">no claim</span>
      </>
    )
  const results = duel.statements.filter(({ stance, value }) => stance === 'for' && value !== null)
  const button = (claim: string | null) => ({
    type: 'button' as const,
    'aria-expanded': isOpen(duel, claim),
    'aria-controls': isOpen(duel, claim) ? opens : undefined,
    onClick: () => toggle(duel, claim),
  })
  return (
    <>
      <button
        {...button(null)}
        className="number-button"
        aria-label={`${winner.name} outperforms ${loser.name}: ${verdictOf(duel)}`}
      >
        {verdictOf(duel)}
      </button>
      {results.slice(0, resultsShown).map((statement) => (
        <button key={statement.key} {...button(statement.key)} className="number-button result">
          {resultOf(statement)}
        </button>
      ))}
      {results.length > resultsShown && (
        <span className="count">and {countOf(results.length - resultsShown, 'more number')}</span>
      )}
    </>
  )
}

/** "3 papers, 1 denies it, 2 say the reverse" */
function verdictOf({ papersFor, papersAgainst, papersReversed }: Duel): string {
  return [
    countOf(papersFor, 'paper'),
    papersAgainst > 0 && `${papersAgainst} ${papersAgainst === 1 ? 'denies' : 'deny'} it`,
    papersReversed > 0 && `${papersReversed} ${papersReversed === 1 ? 'says' : 'say'} the reverse`,
  ]
    .filter(Boolean)
    .join(', ')
}

function OpenedStatements({
  duel,
  claim,
  read,
}: {
  duel: Duel
  claim: string | null
  read(key: string): void
}) {
  const items: readonly ClaimStatement[] =
    claim === null ? duel.statements : duel.statements.filter(({ key }) => key === claim)
  return <Statements items={items} total={claim === null ? duel.total : items.length} read={read} />
}
