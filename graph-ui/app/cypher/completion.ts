/** Completion from the store's own schema: labels and types after a colon, properties after a dot, else keywords. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { StoreSchema } from '../../api/contract.ts'

const keywords =
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY LIMIT SKIP AS AND OR NOT IN IS NULL DISTINCT CASE WHEN THEN ELSE END CONTAINS STARTS ENDS EXISTS CALL UNION DESC ASC'.split(
    ' ',
  )
const functions =
  'count collect sum avg min max size type labels nodes relationships length coalesce head last keys properties shortestPath toLower toUpper range'.split(
    ' ',
  )

/** @param schema completions of names wait for it */
export function completeCypher(schema: Promise<StoreSchema | null>) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const before = context.matchBefore(/[[(][^\])]*[:|]\s*!?\w*$|\.\w*$|\w+$/)
    if (!before || (before.from === before.to && !context.explicit)) return null
    const word = /\w*$/.exec(before.text)?.[0] ?? ''
    const from = context.pos - word.length
    const lead = before.text.slice(0, before.text.length - word.length).trimEnd()
    if (lead.endsWith('.'))
      return { from, options: optionsOf((await schema)?.propertyKeys ?? [], 'property') }
    if (/[:|]$/.test(lead)) {
      const options = lead.startsWith('[')
        ? ((await schema)?.relationshipTypes ?? []).map(({ type, count }) => counted(type, count, 'type'))
        : ((await schema)?.labels ?? []).map(({ label, count }) => counted(label, count, 'class'))
      return { from, options }
    }
    if (word === '') return null
    return { from, options: [...optionsOf(keywords, 'keyword'), ...optionsOf(functions, 'function')] }
  }
}

function optionsOf(names: readonly string[], type: string): Completion[] {
  return names.map((label) => ({ label, type }))
}

function counted(label: string, count: number, type: string): Completion {
  return { label, type, detail: count.toLocaleString('en') }
}
