/** Names that a query gives to what it finds. */
import { isWord, type Token, tokenise } from '../../../shared/graph-store/cypher/tokens.ts'

const notNames = ['DISTINCT', 'SHORTESTPATH', 'ALLSHORTESTPATHS', 'WHERE', 'MATCH', 'CASE', 'NOT']

/** Variables of patterns, paths and aliases, each once, in the order of the text. */
export function variablesOf(cypher: string): string[] {
  const tokens = tokenise(cypher)
  const named = tokens.filter((token, i) => token.kind === 'word' && isNamed(tokens, i))
  return [...new Set(named.map(({ text }) => text))]
}

function isNamed(tokens: Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (isWord(token, ...notNames)) return false
  if (isWord(before, 'AS')) return true
  if (before?.text === '(' || before?.text === '[')
    return after === undefined || /^[:)\]{|*,.]$/.test(after.text)
  return isWord(before, 'MATCH') && after?.text === '='
}
