/** The answer of a query under three tabs, or why there is none. */
import { useMemo, useState } from 'react'
import type { CypherAnswer } from '../../api/contract.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { TabPanel, Tabs } from '../frame/tabs.tsx'
import { countOf } from '../numbers.ts'
import { rowsAsJson, rowsAsTsv } from './copied-rows.ts'
import { JsonView } from './json-view.tsx'
import { type Answered, mostRows, type QueryState, rowsTold } from './query-runner.ts'
import { ResultTable } from './result-table.tsx'
import { sortedRows, type TableOrder } from './sorted-rows.ts'
import { selectedRows, type TableSelection } from './table-selection.ts'
import './answer.css'

export type AnswerTab = 'graph' | 'table' | 'json'

interface AnswerProps {
  query: QueryState
  tab: AnswerTab
  setTab(tab: AnswerTab): void
  more(): void
  goToNode(key: string): void
}

export function Answer({ query, tab, setTab, more, goToNode }: AnswerProps) {
  switch (query.state) {
    case 'idle':
      return <p className="answer note">Choose an example, or write a query. It may only read.</p>
    case 'running':
      return (
        <p className="answer note" role="status">
          <i className="spinner" /> Running; it is stopped after 10 seconds.
        </p>
      )
    case 'stopped':
      return (
        <p className="answer note" role="status">
          Stopped.
        </p>
      )
    case 'failed':
      return (
        <div className="answer" role="alert">
          <p className="failed">
            {query.position !== null && <strong>At {placeOf(query.asked.cypher, query.position)}: </strong>}
            {query.message}
          </p>
        </div>
      )
    case 'answered':
      return <AnsweredQuery query={query} tab={tab} setTab={setTab} more={more} goToNode={goToNode} />
  }
}

const tabs: readonly { id: AnswerTab; name: string }[] = [
  { id: 'graph', name: 'Graph' },
  { id: 'table', name: 'Table' },
  { id: 'json', name: 'JSON' },
]

function AnsweredQuery({ query, tab, setTab, more, goToNode }: AnswerProps & { query: Answered }) {
  const { answer, seconds } = query
  const { columns } = answer
  // Order and selection are those of one answer.
  const [table, setTable] = useState<{
    of: CypherAnswer
    order: TableOrder | null
    selection: TableSelection | null
  }>({ of: answer, order: null, selection: null })
  const { order, selection } = table.of === answer ? table : { order: null, selection: null }
  const rows = useMemo(() => sortedRows(answer.rows, order), [answer, order])
  const wanted = selection === null ? rows : selectedPart(rows, selection)
  const copied = countOf(wanted.length, 'row')
  return (
    <div className="answer">
      <div className="answer-bar">
        <Tabs id="answer" name="Answer" tabs={tabs} chosen={tab} choose={setTab} />
        {tab !== 'graph' && answer.rows.length > 0 && (
          <div className="answer-copy">
            {tab === 'table' && (
              <CopyButton name="Copy" what={copied} text={() => rowsAsTsv(columns, wanted)} />
            )}
            <CopyButton name="Copy JSON" what={copied} text={() => rowsAsJson(columns, wanted)} />
          </div>
        )}
        <p className="rows" role="status">
          {rowsTold(query)}
          {' in '}
          {seconds < 10 ? seconds.toFixed(2) : Math.round(seconds)} s
          {answer.truncated &&
            (answer.maxRows < mostRows ? (
              <button type="button" onClick={more}>
                Show more
              </button>
            ) : (
              <>. A page shows no more.</>
            ))}
        </p>
      </div>
      <TabPanel of="answer" tab={tab} className="answer-content">
        {tab === 'graph' && <GraphNote answer={answer} />}
        {tab === 'table' && (
          <ResultTable
            columns={columns}
            rows={rows}
            order={order}
            setOrder={(next) => setTable({ of: answer, order: next, selection: null })}
            selection={selection}
            setSelection={(next) => setTable({ of: answer, order, selection: next })}
            goToNode={goToNode}
          />
        )}
        {tab === 'json' && <JsonView answer={answer} />}
      </TabPanel>
    </div>
  )
}

function selectedPart<T>(rows: readonly T[], selection: TableSelection): readonly T[] {
  const [first, last] = selectedRows(selection)
  return rows.slice(first, last + 1)
}

function GraphNote({ answer: { view, nodes, truncated } }: { answer: CypherAnswer }) {
  if (nodes === 0) {
    return (
      <p className="note">
        These rows hold no nodes. Return nodes, relationships or paths to see them as a picture: RETURN a, r,
        b
      </p>
    )
  }
  const edges = countOf(view.edges.length, 'edge')
  return (
    <p className="note">
      {view.nodes.length < nodes
        ? `Drawn above: ${view.nodes.length.toLocaleString('en')} of ${countOf(nodes, 'node')}, and ${edges}. The table has them all.`
        : `${countOf(nodes, 'node')} and ${edges} are shown above.`}
      {truncated && ' More rows may hold more.'}
    </p>
  )
}

/** "line 2, column 7" */
function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
