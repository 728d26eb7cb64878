import type { Token } from '../../cypher/tokens.ts'
import type { Edit } from './edits.ts'
import { enclosing } from './scopes.ts'

/** `p {.id, rank}` to `p {.id, rank: rank}`. */
export function nameProjectedVariables(_cypher: string, tokens: Token[]): Edit[] {
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.kind !== 'word' && token.kind !== 'quotedName') continue
    const before = tokens[index - 1]!.text
    const after = tokens[index + 1]?.text
    if ((before !== '{' && before !== ',') || (after !== ',' && after !== '}')) continue
    const around = enclosing(tokens, index)
    if (around < 1 || tokens[around]!.text !== '{' || token.depth !== tokens[around]!.depth + 1) continue
    if (!isProjection(tokens, around)) continue
    return [{ start: token.end, end: token.end, text: `: ${token.text}` }]
  }
  return []
}

/** Braces after a variable; those of EXISTS, COUNT, COLLECT and CALL hold no single names. */
function isProjection(tokens: Token[], brace: number): boolean {
  const before = tokens[brace - 1]!
  return before.kind === 'word' || before.kind === 'quotedName'
}
