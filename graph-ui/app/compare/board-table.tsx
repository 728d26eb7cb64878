/** The numbers of one metric: sortable, each with its sentence and its paper. */
import { Fragment, useId, useState } from 'react'
import type { Board, Score } from '../../api/contract.ts'
import { shortAuthors } from '../details/paper-line.tsx'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { amountOf, boardName, boardNote } from './amounts.ts'
import { boardCells } from './copied-tables.ts'
import { CopyTable } from './copy-table.tsx'
import { OpenedRow } from './opened-row.tsx'
import { ranksOf, type ScoreColumn, sortScores, usualOrder } from './sort-scores.ts'
import { Statements } from './statements.tsx'

interface BoardTableProps extends Pick<DeskPanelProps, 'exploration' | 'goToNode'> {
  board: Board
  dataset: string
}

export function BoardTable({ board, dataset, exploration, goToNode }: BoardTableProps) {
  const [order, setOrder] = useState(usualOrder(board))
  const [open, setOpen] = useState<Score | null>(null)
  const id = useId()
  const scores = sortScores(board.scores, order)
  const ranks = ranksOf(board)
  const hasRivals = board.kind !== 'score'
  const hasTasks = board.scores.some(({ statement }) => statement.task !== null)
  const columns = 4 + Number(ranks !== null) + Number(hasRivals) + Number(hasTasks)

  const heading = (column: ScoreColumn, name: string) => {
    const isSorted = order.column === column
    return (
      <th scope="col" aria-sort={isSorted ? (order.ascending ? 'ascending' : 'descending') : undefined}>
        <button
          type="button"
          onClick={() => setOrder({ column, ascending: isSorted ? !order.ascending : column === 'method' })}
        >
          {name}
          <span aria-hidden="true">{isSorted ? (order.ascending ? ' ↑' : ' ↓') : ''}</span>
        </button>
      </th>
    )
  }
  function toggle(score: Score): void {
    setOpen(open === score ? null : score)
    if (open !== score) exploration.select({ kind: 'claim', key: score.statement.key })
  }
  return (
    <>
      <div className="table-head board-note">
        <p className="note">{boardNote(board)}</p>
        <CopyTable table={`${boardName(board)} on ${dataset}`} rows={boardCells(board, scores)} />
      </div>
      <table className="compare-table board-table">
        <caption className="unseen">
          {boardName(board)} on {dataset}
        </caption>
        <thead>
          <tr>
            {ranks && (
              <th scope="col">
                <span className="unseen">Place</span>
              </th>
            )}
            {heading('method', 'Method')}
            {heading('value', board.kind === 'score' ? 'Value' : board.kind === 'ratio' ? 'Factor' : 'Gain')}
            {hasRivals && <th scope="col">Over</th>}
            {hasTasks && <th scope="col">Task</th>}
            <th scope="col">Paper</th>
            {heading('year', 'Year')}
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => {
            const { method, over, statement } = score
            const { paper, task, key, hedged } = statement
            return (
              <Fragment key={`${key} ${over?.key}`}>
                <tr>
                  {ranks && <td className="rank">{ranks.get(score)}</td>}
                  <th scope="row" className={`type-${method.type}`}>
                    <button type="button" onClick={() => goToNode(method.key)}>
                      <span className="dot" /> {method.name}
                    </button>
                  </th>
                  <td>
                    <button
                      type="button"
                      className="number-button"
                      aria-expanded={open === score}
                      aria-controls={open === score ? id : undefined}
                      onClick={() => toggle(score)}
                    >
                      {amountOf(statement)}
                    </button>
                    {hedged && <span className="count"> hedged</span>}
                  </td>
                  {hasRivals && (
                    <td>
                      {over ? (
                        <button type="button" className="paper-button" onClick={() => goToNode(over.key)}>
                          {over.name}
                        </button>
                      ) : (
                        <span className="count">not named</span>
                      )}
                    </td>
                  )}
                  {hasTasks && <td>{task?.name}</td>}
                  <td>
                    <button
                      type="button"
                      className="paper-button"
                      title={paper.title}
                      onClick={() => goToNode(paper.key)}
                    >
                      {shortAuthors(paper.authors) ?? paper.title}
                    </button>
                  </td>
                  <td>{paper.year}</td>
                </tr>
                {open === score && (
                  <OpenedRow id={id} columns={columns} name={`${method.name}, ${amountOf(statement)}`}>
                    <Statements items={[statement]} total={1} read={goToNode} />
                  </OpenedRow>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
