/** The answer of a query under three tabs, or why there is none. */
import type { CypherAnswer } from '../../api/contract.ts'
import { TabPanel, Tabs } from '../frame/tabs.tsx'
import { countOf } from '../numbers.ts'
import { ResultTable } from './result-table.tsx'
import type { QueryState } from './use-query.ts'
import './answer.css'

export type AnswerTab = 'graph' | 'table' | 'json'

interface AnswerProps {
  query: QueryState
  tab: AnswerTab
  setTab(tab: AnswerTab): void
  wrongLine: string | null
  more(rows: number): void
}

export function Answer({ query, tab, setTab, wrongLine, more }: AnswerProps) {
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
            {wrongLine !== null && <strong>At {wrongLine}: </strong>}
            {query.message}
          </p>
        </div>
      )
    case 'answered':
      return <Answered answer={query.answer} seconds={query.seconds} tab={tab} setTab={setTab} more={more} />
  }
}

interface AnsweredProps {
  answer: CypherAnswer
  seconds: number
  tab: AnswerTab
  setTab(tab: AnswerTab): void
  more(rows: number): void
}

const tabs: readonly { id: AnswerTab; name: string }[] = [
  { id: 'graph', name: 'Graph' },
  { id: 'table', name: 'Table' },
  { id: 'json', name: 'JSON' },
]

function Answered({ answer, seconds, tab, setTab, more }: AnsweredProps) {
  return (
    <div className="answer">
      <div className="answer-bar">
        <Tabs id="answer" name="Answer" tabs={tabs} chosen={tab} choose={setTab} />
        <p className="rows" role="status">
          {answer.truncated
            ? `The first ${answer.rows.length.toLocaleString('en')} rows`
            : countOf(answer.rows.length, 'row')}
          {' in '}
          {seconds < 10 ? seconds.toFixed(2) : Math.round(seconds)} s
          {answer.truncated && answer.maxRows < 20_000 && (
            <button type="button" onClick={() => more(answer.maxRows)}>
              Show more
            </button>
          )}
        </p>
      </div>
      <TabPanel of="answer" tab={tab} className="answer-content">
        {tab === 'graph' && <GraphNote answer={answer} />}
        {tab === 'table' && <ResultTable answer={answer} />}
        {tab === 'json' && <pre className="json">{JSON.stringify(plain(answer), null, 2)}</pre>}
      </TabPanel>
    </div>
  )
}

function GraphNote({ answer: { view } }: { answer: CypherAnswer }) {
  if (view.nodes.length === 0) {
    return (
      <p className="note">
        These rows hold no nodes. Return nodes, relationships or paths to see them as a picture: RETURN a, r,
        b
      </p>
    )
  }
  return (
    <p className="note">
      {countOf(view.nodes.length, 'node')} and {countOf(view.edges.length, 'edge')} are shown above.
    </p>
  )
}

function plain({ columns, rows, truncated }: CypherAnswer): object {
  return { columns, rows, truncated }
}
