import { isName, isWord, type Token } from '../../cypher/tokens.ts'
import type { Edit } from './edits.ts'
import { enclosing } from './scopes.ts'

/** Words that the engine takes for no name unless they are quoted; Neo4j does, where only a name can stand. */
const reserved = [
  ...['CREATE', 'SET', 'DELETE', 'DETACH', 'REMOVE', 'MERGE', 'MATCH', 'OPTIONAL', 'WHERE', 'WITH', 'RETURN'],
  ...[
    'UNION',
    'DISTINCT',
    'AS',
    'AND',
    'OR',
    'XOR',
    'NOT',
    'IN',
    'IS',
    'NULL',
    'TRUE',
    'FALSE',
    'CASE',
    'WHEN',
  ],
  ...['THEN', 'ELSE', 'UNWIND'],
]

/** `p.set` to `` p.`set` ``. */
export function quoteReservedNames(_cypher: string, tokens: Token[]): Edit[] {
  return tokens.flatMap((token, index) => {
    if (token.kind === 'parameter') {
      const isReserved = reserved.includes(token.text.slice(1).toUpperCase())
      return isReserved ? [{ start: token.start + 1, end: token.end, text: quoted(token.text.slice(1)) }] : []
    }
    if (!isWord(token, ...reserved) || !isName(tokens, index) || isMapValue(tokens, index)) return []
    return [{ start: token.start, end: token.end, text: quoted(token.text) }]
  })
}

/** Whether a word follows the colon of a map, as in `{negated: true}`. */
function isMapValue(tokens: Token[], index: number): boolean {
  if (tokens[index - 1]?.text !== ':') return false
  const around = enclosing(tokens, index)
  return around >= 0 && tokens[around]!.text === '{' && ['{', ','].includes(tokens[index - 3]?.text ?? '')
}

function quoted(name: string): string {
  return `\`${name}\``
}
