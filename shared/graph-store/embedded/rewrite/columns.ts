import { isWord, tokenise } from '../../cypher/tokens.ts'
import { finalReturn, readProjection } from './clause-items.ts'
import { closing } from './scopes.ts'

/**
 * Names of a result's columns as Neo4j gives them: the alias, else the expression as it was typed.
 * @param given the engine's names, which spell expressions in its own way
 */
export function columnNames(typed: string, given: string[]): string[] {
  const tokens = tokenise(typed)
  const last = finalReturn(tokens)
  if (last < 0 || isWord(tokens[0], 'EXPLAIN', 'PROFILE')) return given
  const { items } = readProjection(tokens, last)
  if (items.length !== given.length || tokens[items[0]?.start ?? 0]?.text === '*') return given
  return items.map(({ start, end, alias }) => {
    if (alias !== null) return unquoted(alias)
    // `p {.title}` is named after its variable.
    const isProjection = tokens[start + 1]?.text === '{' && closing(tokens, start + 1) === end - 1
    const last = isProjection ? start : end - 1
    return unquoted(typed.slice(tokens[start]!.start, tokens[last]!.end))
  })
}

function unquoted(name: string): string {
  return /^`(?:``|[^`])*`$/.test(name) ? name.slice(1, -1).replaceAll('``', '`') : name
}
