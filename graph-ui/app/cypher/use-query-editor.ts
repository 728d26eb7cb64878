import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Stats } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { createEditor, type QueryEditor } from './editor.ts'
import { createLiveSchema } from './live-schema.ts'

interface QueryEditorOptions {
  /** What the graph is known to hold: another one means another schema. */
  version: Stats | null
  run(): void
  recall(step: 1 | -1): void
  changed(text: string): void
}

/** The editor in an element, with the focus in it; null until it is there. */
export function useQueryEditor(
  container: RefObject<HTMLDivElement | null>,
  options: QueryEditorOptions,
): RefObject<QueryEditor | null> {
  const editor = useRef<QueryEditor | null>(null)
  const latest = useRef(options)
  latest.current = options
  const schema = useMemo(() => createLiveSchema(api.schema, () => performance.now()), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is does not matter, only that it is another
  useEffect(() => schema.forget, [schema, options.version])

  useEffect(() => {
    const control = new AbortController()
    const created = createEditor(container.current!, {
      sources: { schema: schema.get, search: (text) => api.search(text, control.signal) },
      run: () => latest.current.run(),
      recall: (step) => latest.current.recall(step),
      changed: (text) => latest.current.changed(text),
    })
    editor.current = created
    created.focus()
    return () => {
      control.abort()
      created.destroy()
    }
  }, [container, schema])
  return editor
}
