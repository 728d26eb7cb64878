import type { Token } from '../../cypher/tokens.ts'

export interface Replacement {
  /** The expression's tokens. */
  tokens: Token[]
  name: string
}

/** The text of a stretch of tokens in which every occurrence of some expressions gives way to a name. */
export function replaceExpressions(
  cypher: string,
  tokens: Token[],
  [start, end]: [number, number],
  replacements: Replacement[],
): string {
  if (start >= end) return ''
  const longestFirst = replacements.toSorted((a, b) => b.tokens.length - a.tokens.length)
  let text = ''
  let at = tokens[start]!.start
  for (let index = start; index < end; index++) {
    const found = longestFirst.find(
      (one) => standsAt(tokens, index, end, one.tokens) && tokens[index - 1]?.text !== '.',
    )
    if (!found) continue
    text += cypher.slice(at, tokens[index]!.start) + found.name
    index += found.tokens.length - 1
    at = tokens[index]!.end
  }
  return text + cypher.slice(at, tokens[end - 1]!.end)
}

function standsAt(tokens: Token[], index: number, end: number, expression: Token[]): boolean {
  if (index + expression.length > end) return false
  return expression.every((token, offset) => tokens[index + offset]!.text === token.text)
}
