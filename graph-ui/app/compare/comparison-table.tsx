/** Concepts as columns; what they are evaluated and trained on, used for and measured by as rows. */
import { Fragment, useId, useState } from 'react'
import type {
  ComparedCell,
  ComparedConcept,
  ComparedGroup,
  ComparedRow,
  Comparison,
} from '../../api/contract.ts'
import { shortAuthors } from '../details/paper-line.tsx'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import { relationTitles } from './copied-tables.ts'
import { edgeOf, selectEdge } from './edges.ts'
import { OpenedRow } from './opened-row.tsx'
import { EdgeStatements } from './statements.tsx'

interface ComparisonTableProps extends Pick<DeskPanelProps, 'exploration' | 'goToNode'> {
  comparison: Comparison
}

export function ComparisonTable({ comparison, exploration, goToNode }: ComparisonTableProps) {
  const { concepts, groups } = comparison
  return (
    <table className="compare-table">
      <caption>Side by side</caption>
      <thead>
        <tr>
          <td />
          {concepts.map((concept) => (
            <th key={concept.key} scope="col" className={`type-${concept.type}`}>
              <button type="button" onClick={() => goToNode(concept.key)}>
                <span className="dot" /> {concept.name}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Papers</th>
          {concepts.map(({ key, papers, firstYear }) => (
            <td key={key}>
              {countOf(papers, 'paper')}
              {firstYear !== null && <span className="count"> since {firstYear}</span>}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">Introduced by</th>
          {concepts.map((concept) => (
            <td key={concept.key}>
              <Introduction concept={concept} read={goToNode} />
            </td>
          ))}
        </tr>
      </tbody>
      {groups.map((group) => (
        <Group
          key={group.relation}
          group={group}
          concepts={concepts}
          exploration={exploration}
          goToNode={goToNode}
        />
      ))}
    </table>
  )
}

function Introduction({ concept, read }: { concept: ComparedConcept; read(key: string): void }) {
  const [paper, ...others] = concept.introducedBy
  if (!paper) return <span className="count">not known</span>
  return (
    <>
      <button type="button" className="paper-button" title={paper.title} onClick={() => read(paper.key)}>
        {[shortAuthors(paper.authors), paper.year].filter(Boolean).join(' ') || paper.title}
      </button>
      {others.length > 0 && <span className="count"> and {countOf(others.length, 'more paper')}</span>}
    </>
  )
}

const rowsAtFirst = 8

interface GroupProps extends Pick<DeskPanelProps, 'exploration' | 'goToNode'> {
  group: ComparedGroup
  concepts: readonly ComparedConcept[]
}

function Group({ group, concepts, exploration, goToNode }: GroupProps) {
  const [isWhole, setWhole] = useState(false)
  const [open, setOpen] = useState<{ row: string; column: number } | null>(null)
  const id = useId()
  const { relation, rows, total } = group
  const shown = isWhole ? rows : rows.slice(0, rowsAtFirst)
  const columns = concepts.length + 1
  const toggle = ({ other }: ComparedRow, column: number) => {
    const isOpen = open?.row === other.key && open.column === column
    setOpen(isOpen ? null : { row: other.key, column })
    if (!isOpen) selectEdge(exploration, concepts[column]!.key, relation, other.key)
  }
  return (
    <tbody>
      <tr>
        <th scope="colgroup" colSpan={columns} className="group-name">
          {relationTitles[relation]} <span className="count">{total.toLocaleString('en')}</span>
        </th>
      </tr>
      {shown.map((row) => {
        const column = open?.row === row.other.key ? open.column : null
        return (
          <Fragment key={row.other.key}>
            <tr className={row.cells.every((cell) => cell !== null) ? 'shared-row' : undefined}>
              <th scope="row" className={`type-${row.other.type}`}>
                <button type="button" onClick={() => goToNode(row.other.key)}>
                  <span className="dot" /> {row.other.name}
                </button>
              </th>
              {row.cells.map((cell, i) => (
                <td key={concepts[i]!.key}>
                  <Cell
                    cell={cell}
                    name={`${concepts[i]!.name} ${relationName(relation)} ${row.other.name}`}
                    isOpen={column === i}
                    opens={id}
                    toggle={() => toggle(row, i)}
                  />
                </td>
              ))}
            </tr>
            {column !== null && (
              <OpenedRow
                id={id}
                columns={columns}
                name={`${concepts[column]!.name} ${relationName(relation)} ${row.other.name}`}
              >
                <EdgeStatements
                  edge={edgeOf(concepts[column]!.key, relation, row.other.key)}
                  read={goToNode}
                />
              </OpenedRow>
            )}
          </Fragment>
        )
      })}
      {rows.length > shown.length && (
        <tr>
          <td colSpan={columns}>
            <button type="button" className="show-more" onClick={() => setWhole(true)}>
              Show {(rows.length - shown.length).toLocaleString('en')} more
            </button>
          </td>
        </tr>
      )}
      {isWhole && total > rows.length && (
        <tr>
          <td colSpan={columns} className="note">
            The first {rows.length.toLocaleString('en')} of {total.toLocaleString('en')}.
          </td>
        </tr>
      )}
    </tbody>
  )
}

interface CellProps {
  cell: ComparedCell | null
  name: string
  isOpen: boolean
  opens: string
  toggle(): void
}

function Cell({ cell, name, isOpen, opens, toggle }: CellProps) {
  if (cell === null)
    return (
      <>
        <span aria-hidden="true" className="count">
          –
        </span>
        <span className="unseen">no claim</span>
      </>
    )
  const said =
    cell.against > 0
      ? `${countOf(cell.papers, 'paper')}, ${cell.against} against`
      : countOf(cell.papers, 'paper')
  return (
    <button
      type="button"
      className="number-button"
      aria-label={`${name}: ${said}`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? opens : undefined}
      onClick={toggle}
    >
      {said}
    </button>
  )
}
