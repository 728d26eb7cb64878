import { QueryError, QueryStoppedError, StoreUnavailableError } from '../../errors.ts'

/**
 * An error of the engine as one of ours.
 * @param original maps an offset in the query as it was run to one in the query as it was typed
 */
export function toQueryError(
  error: unknown,
  cypher: string,
  original: (offset: number) => number,
): QueryError | QueryStoppedError | StoreUnavailableError {
  const { code, reason, hint } = readEngineError(error)
  if (isDiskFull(reason))
    return new StoreUnavailableError(`The store could not do this: ${storeFailure(error)}`)
  if (code === 'Q003') return new QueryStoppedError(`The query was stopped: ${reason}.`, 'deadline')
  const place = placeOf(String(error), cypher)
  const position = place === null ? nameIn(reason, cypher, original) : original(place)
  const isNeo4jOnly = neo4jOnly.test(reason)
  const advice = isNeo4jOnly ? 'Neo4j has it, the embedded store does not' : hint
  return new QueryError(capital(advice ? `${reason.split(';')[0]}. ${advice}` : reason), position)
}

/** Names that people know from Neo4j. */
const neo4jOnly = /unknown (procedure|function) '(db\.|dbms\.|apoc\.|gds\.|randomUUID)/i

/** The engine's own words, without its code and its drawing of the query. */
export function readEngineError(error: unknown): {
  code: string | null
  reason: string
  hint: string | null
} {
  const text = error instanceof Error ? error.message : String(error)
  const first = text.split('\n')[0]!.replace(/^[A-Z]\w+ error: /, '')
  return {
    code: /^GRAFEO-([A-Z]\d+): /.exec(first)?.[1] ?? null,
    reason: first.replace(/^GRAFEO-\w+: /, '').replace('[Cypher] ', ''),
    hint: /\n\s*help: (Did you mean .*)/.exec(text)?.[1] ?? null,
  }
}

/** What a person is told where not the query but the store is at fault: in words where the disk is full. */
export function storeFailure(error: unknown): string {
  const { reason } = readEngineError(error)
  if (!isDiskFull(reason)) return reason
  return 'the disk that holds it is full. What was written before is safe; make room, then do the same again.'
}

function isDiskFull(reason: string): boolean {
  return /(No space left on device|Disk quota exceeded) \(os error \d+\)/.test(reason)
}

function placeOf(text: string, cypher: string): number | null {
  const place = /--> query:(\d+):(\d+)/.exec(text)
  if (!place) return null
  const lines = cypher.split('\n').slice(0, Number(place[1]) - 1)
  const lineStart = lines.reduce((sum, line) => sum + line.length + 1, 0)
  return Math.min(lineStart + Number(place[2]) - 1, cypher.length)
}

/** The engine gives no place for a name it does not know, but quotes it. */
function nameIn(reason: string, cypher: string, original: (offset: number) => number): number | null {
  const name = /(?:variable|function|procedure|parameter)[: ]+['$]?\$?([\w.]+)/i.exec(reason)?.[1]
  if (name === undefined) return null
  const escaped = name.replaceAll('.', '\\.')
  const at = new RegExp(`(?<![\\p{L}\\p{N}_.'"])\\$?${escaped}(?![\\p{L}\\p{N}_])`, 'iu').exec(cypher)?.index
  return at === undefined ? null : original(at)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
