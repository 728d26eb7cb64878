/** Asking in Cypher: the answer is a picture, a table and JSON. */
import { useEffect, useRef, useState } from 'react'
import type { Statement } from '../api/cypher.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { Icon } from '../frame/icons.tsx'
import { Answer, type AnswerTab } from './answer.tsx'
import { History } from './history.tsx'
import { ParameterFields } from './parameter-fields.tsx'
import { fieldTextsOf, parameterNames, paramsOf } from './parameters.ts'
import { type KeptQuery, withRun } from './query-library.ts'
import { SavedQueries } from './saved-queries.tsx'
import { Shelf } from './shelf.tsx'
import { StepCypher } from './step-cypher.tsx'
import { Steps } from './steps.tsx'
import { useQuery } from './use-query.ts'
import { useQueryEditor } from './use-query-editor.ts'
import { useQueryLibrary } from './use-query-library.ts'
import { useSharedDraft } from './use-shared-draft.ts'
import './cypher.css'

/** What stands beside the editor. */
type Side = 'answer' | 'examples' | 'history' | 'saved' | 'steps'

const libraries: readonly { side: Side; name: string }[] = [
  { side: 'examples', name: 'Examples' },
  { side: 'history', name: 'History' },
  { side: 'saved', name: 'Saved' },
  { side: 'steps', name: 'Steps' },
]

export default function CypherPanel({ exploration, goToNode }: DeskPanelProps) {
  const [library, changeLibrary] = useQueryLibrary(exploration.stats?.store ?? null)
  const [side, setSide] = useState<Side>('examples')
  const [tab, setTab] = useState<AnswerTab>('table')
  const [text, setText] = useState('')
  const [fields, setFields] = useState<Record<string, string>>({})
  const answered = useRef<Statement | null>(null)
  const [query, runner] = useQuery((answer, asked) => {
    const { cypher, params } = asked
    const isDrawable = answer.view.nodes.length > 0
    // More rows of the same answer come where the person is.
    if (answered.current !== asked) setTab(isDrawable ? 'graph' : 'table')
    answered.current = asked
    if (isDrawable) exploration.show(titleOf(cypher), { kind: 'query', cypher, params }, answer.view)
  })
  const names = parameterNames(text)
  const draft = draftOf(text, fields)
  /** Where in the history the editor is, and what stood in it before; null where it is not in it. */
  const recalled = useRef<{ at: number; before: KeptQuery } | null>(null)

  const container = useRef<HTMLDivElement>(null)
  const editor = useQueryEditor(container, {
    version: exploration.stats,
    run: () => runQuery(draft),
    recall,
    changed: setText,
  })
  useSharedDraft(exploration, draft, (shared) =>
    put({ cypher: shared.cypher, fields: fieldTextsOf(shared.params) }),
  )
  const wrong = query.state === 'failed' && query.asked.cypher === text ? query.position : null
  useEffect(() => editor.current?.markError(wrong), [editor, wrong])

  const { desk } = exploration
  useEffect(() => {
    if (desk?.part === 'steps') setSide('steps')
  }, [desk])

  function runQuery(asked: KeptQuery | null): void {
    if (asked === null) return
    const params = paramsOf(parameterNames(asked.cypher), asked.fields)
    recalled.current = null
    changeLibrary((before) => withRun(before, asked))
    setSide('answer')
    editor.current?.markError(null)
    runner.run({ cypher: asked.cypher, params })
  }

  function put({ cypher, fields: values }: KeptQuery): void {
    setFields((before) => ({ ...before, ...values }))
    editor.current?.setText(cypher)
    editor.current?.focus()
  }

  function putAndRun(chosen: KeptQuery): void {
    put(chosen)
    runQuery(chosen)
  }

  function recall(step: 1 | -1): void {
    const { at, before } = recalled.current ?? { at: -1, before: { cypher: text, fields } }
    const next = at + step
    const chosen = next === -1 ? before : library.history[next]
    if (next < -1 || chosen === undefined) return
    recalled.current = { at: next, before }
    put(chosen)
  }

  const edit = ({ cypher, params }: Statement) => put({ cypher, fields: fieldTextsOf(params) })
  return (
    <div className="query-panel">
      <div className="query-side">
        <div className="query-bar">
          {libraries.map(({ side: other, name }) => (
            <button
              key={other}
              type="button"
              className="quiet-button"
              aria-pressed={side === other}
              onClick={() => setSide(side === other ? 'answer' : other)}
            >
              {name}
            </button>
          ))}
          <span className="query-hint">read-only · Ctrl-Enter runs</span>
          {query.state === 'running' ? (
            <button type="button" className="primary" onClick={runner.stop}>
              <Icon name="stop" /> Stop
            </button>
          ) : (
            <button
              type="button"
              className="primary"
              title="Run (Ctrl-Enter)"
              onClick={() => runQuery(draft)}
            >
              <Icon name="play" /> Run
            </button>
          )}
        </div>
        <StepCypher exploration={exploration} written={text} edit={edit} />
        <div className="query-editor" ref={container} />
        <ParameterFields
          names={names}
          fields={fields}
          setField={(name, value) => setFields((before) => ({ ...before, [name]: value }))}
          run={() => runQuery(draft)}
        />
      </div>
      {side === 'answer' && (
        <Answer
          query={query}
          tab={tab}
          setTab={setTab}
          more={() => {
            runner.more()
            // The button is gone until the answer comes.
            editor.current?.focus()
          }}
          goToNode={goToNode}
        />
      )}
      {side === 'examples' && <Shelf run={putAndRun} put={put} />}
      {side === 'history' && <History history={library.history} run={putAndRun} put={put} />}
      {side === 'steps' && <Steps exploration={exploration} run={putAndRun} put={put} />}
      {side === 'saved' && (
        <SavedQueries library={library} change={changeLibrary} draft={draft} run={putAndRun} put={put} />
      )}
    </div>
  )
}

/** What the editor holds, with the values of the parameters in it; null where that is nothing. */
function draftOf(text: string, fields: Readonly<Record<string, string>>): KeptQuery | null {
  if (text.trim() === '') return null
  const used = parameterNames(text).map((name) => [name, fields[name] ?? ''])
  return { cypher: text, fields: Object.fromEntries(used) }
}

function titleOf(cypher: string): string {
  const line = cypher.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
