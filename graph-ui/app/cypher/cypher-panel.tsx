/** Asking in Cypher: the answer is a picture, a table and JSON. */
import { useEffect, useRef, useState } from 'react'
import { api } from '../api/index.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { Icon } from '../frame/icons.tsx'
import { Answer, type AnswerTab } from './answer.tsx'
import { createEditor, type QueryEditor } from './editor.ts'
import { examples } from './examples.ts'
import { useQuery } from './use-query.ts'
import './cypher.css'

const firstRows = 500
const mostRows = 20_000

export default function CypherPanel({ exploration }: DeskPanelProps) {
  const container = useRef<HTMLDivElement>(null)
  const editor = useRef<QueryEditor | null>(null)
  const [tab, setTab] = useState<AnswerTab>('table')
  const { query, run, stop } = useQuery((answer, cypher) => {
    const drawable = answer.view.nodes.length > 0
    setTab(drawable ? 'graph' : 'table')
    if (drawable) exploration.show(titleOf(cypher), { kind: 'query', cypher, params: {} }, answer.view)
  })
  const runText = (maxRows = firstRows) => {
    const text = editor.current?.text().trim() ?? ''
    editor.current?.markError(null)
    if (text !== '') run(text, maxRows)
  }
  const latestRun = useRef(runText)
  latestRun.current = runText

  useEffect(() => {
    const created = createEditor(container.current!, {
      text: '',
      // Without a schema there is no completion of names, and no more harm than that.
      schema: api.schema().catch(() => null),
      run: () => latestRun.current(),
    })
    editor.current = created
    created.focus()
    return () => created.destroy()
  }, [])
  const wrongAt = query.state === 'failed' ? query.position : null
  useEffect(() => editor.current?.markError(wrongAt), [wrongAt])

  const running = query.state === 'running'
  return (
    <div className="query-panel">
      <div className="query-side">
        <div className="query-bar">
          <select
            aria-label="Examples"
            value=""
            onChange={(event) => {
              const example = examples[Number(event.target.value)]
              if (!example) return
              editor.current?.setText(example.cypher)
              latestRun.current()
            }}
          >
            <option value="" disabled>
              Examples
            </option>
            {examples.map(({ title }, i) => (
              <option key={title} value={i}>
                {title}
              </option>
            ))}
          </select>
          <span className="query-hint">read-only · Ctrl-Enter runs</span>
          {running ? (
            <button type="button" className="primary" onClick={stop}>
              <Icon name="stop" /> Stop
            </button>
          ) : (
            <button type="button" className="primary" onClick={() => runText()}>
              <Icon name="play" /> Run
            </button>
          )}
        </div>
        <div className="query-editor" ref={container} />
      </div>
      <Answer
        query={query}
        tab={tab}
        setTab={setTab}
        wrongLine={wrongAt === null ? null : lineOf(editor.current?.text() ?? '', wrongAt)}
        more={(rows) => runText(Math.min(mostRows, rows * 4))}
      />
    </div>
  )
}

/** "line 2, column 7" */
function lineOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

function titleOf(cypher: string): string {
  const line = cypher.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
