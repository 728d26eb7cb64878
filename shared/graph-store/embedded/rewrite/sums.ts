import { isWord, type Token } from '../../cypher/tokens.ts'
import type { Edit } from './edits.ts'
import { closing } from './scopes.ts'

/** The engine's sum of nothing is null; Cypher's is 0. */
export function sumToZero(cypher: string, tokens: Token[]): Edit[] {
  for (let index = 0; index < tokens.length; index++) {
    if (!isWord(tokens[index], 'SUM') || tokens[index - 1]?.text === '.' || tokens[index + 1]?.text !== '(')
      continue
    if (isWord(tokens[index - 2], 'COALESCE') && tokens[index - 1]?.text === '(') continue
    const close = closing(tokens, index + 1)
    if (close >= tokens.length) continue
    const { start } = tokens[index]!
    const { end } = tokens[close]!
    return [{ start, end, text: `coalesce(${cypher.slice(start, end)}, 0)` }]
  }
  return []
}
