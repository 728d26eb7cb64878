/**
 * Completion from the store's own schema and the query itself: labels and types after a colon, properties after a
 * dot, names of concepts in quotes, parameters after a dollar, else variables and keywords.
 */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { SearchResult, StoreSchema } from '../../api/contract.ts'
import { parameterNames } from './parameters.ts'
import { variablesOf } from './variables.ts'

const keywords =
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY LIMIT SKIP AS AND OR NOT IN IS NULL DISTINCT CASE WHEN THEN ELSE END CONTAINS STARTS ENDS EXISTS CALL UNION DESC ASC'.split(
    ' ',
  )
const functions =
  'count collect sum avg min max size type labels nodes relationships length coalesce head last keys properties shortestPath toLower toUpper range'.split(
    ' ',
  )

export interface CompletionSources {
  /** Null where the store does not tell. */
  schema(): Promise<StoreSchema | null>
  /** Concepts and papers for the beginning of a name. */
  search(text: string): Promise<SearchResult>
}

export function completeCypher({ schema, search }: CompletionSources) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { pos, state } = context
    const line = state.sliceDoc(Math.max(0, pos - 400), pos)
    const quoted = /(?:\(\s*\w*\s*:\s*(\w+)[^()]*)?\b(name|title)\s*[:=]\s*(['"])([^'"\\]*)$/.exec(line)
    if (quoted) {
      const [, label = null, property, quote, begun] = quoted as unknown as [string, string?, ...string[]]
      if (begun!.trim() === '') return null
      const found = await search(begun!).catch(() => null)
      if (found === null || context.aborted) return null
      const options = property === 'title' ? titlesOf(found, quote!) : namesOf(found, label, quote!)
      return { from: pos - begun!.length, options, filter: false }
    }
    const parameter = context.matchBefore(/\$\w*$/)
    if (parameter) {
      const names = parameterNames(state.sliceDoc(0, parameter.from) + state.sliceDoc(pos))
      return { from: parameter.from + 1, options: optionsOf(names, 'variable') }
    }
    const before = context.matchBefore(/[[(][^\])]*[:|]\s*!?\w*$|\.\w*$|\w+$/)
    if (!before || (before.from === before.to && !context.explicit)) return null
    const word = /\w*$/.exec(before.text)?.[0] ?? ''
    const from = pos - word.length
    const lead = before.text.slice(0, before.text.length - word.length).trimEnd()
    const offered = (options: Completion[]) =>
      isWritten(word, options) && !context.explicit ? null : { from, options }
    if (lead.endsWith('.')) return offered(optionsOf((await schema())?.propertyKeys ?? [], 'property'))
    if (/[:|]$/.test(lead)) {
      return offered(
        lead.startsWith('[')
          ? ((await schema())?.relationshipTypes ?? []).map(({ type, count }) => counted(type, count, 'type'))
          : ((await schema())?.labels ?? []).map(({ label, count }) => counted(label, count, 'class')),
      )
    }
    if (word === '') return null
    const variables = variablesOf(state.sliceDoc(0, from) + state.sliceDoc(pos))
    return offered([
      ...optionsOf(variables, 'variable').map((option) => ({ ...option, boost: 1 })),
      ...optionsOf(keywords, 'keyword'),
      ...optionsOf(functions, 'function'),
    ])
  }
}

/** Whether a word is there to its end and begins no other: a list would only take the next Enter. */
function isWritten(word: string, options: readonly Completion[]): boolean {
  const begun = options.filter(({ label }) => label.startsWith(word))
  return begun.length > 0 && begun.every(({ label }) => label === word)
}

/** @param label of the node whose name it is; where it is a type of concept, only concepts of it are offered */
function namesOf({ concepts }: SearchResult, label: string | null, quote: string): Completion[] {
  const ofLabel = concepts.filter(({ type }) => type === label)
  return (ofLabel.length > 0 ? ofLabel : concepts).map(({ name, type }) => ({
    label: name,
    detail: type,
    apply: escaped(name, quote),
  }))
}

function titlesOf({ papers }: SearchResult, quote: string): Completion[] {
  return papers.map(({ title, year }) => ({
    label: title,
    detail: year === null ? '' : String(year),
    apply: escaped(title, quote),
  }))
}

function escaped(name: string, quote: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
}

function optionsOf(names: readonly string[], type: string): Completion[] {
  return names.map((label) => ({ label, type }))
}

function counted(label: string, count: number, type: string): Completion {
  return { label, type, detail: count.toLocaleString('en') }
}
