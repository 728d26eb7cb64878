import { isName, isWord, type Token } from '../../cypher/tokens.ts'
import { startsClause } from './scopes.ts'

/** One item of a RETURN or WITH; indexes into the tokens. */
export interface ClauseItem {
  start: number
  /** One past the expression. */
  end: number
  /** The name after AS, as it stands in the query, or null. */
  alias: string | null
}

export interface ProjectionClause {
  keyword: number
  items: ClauseItem[]
  /** One past the last item. */
  end: number
}

/** The items of the RETURN or WITH at `keyword`. */
export function readProjection(tokens: Token[], keyword: number): ProjectionClause {
  const { depth } = tokens[keyword]!
  const items: ClauseItem[] = []
  let start = keyword + 1
  if (isWord(tokens[start], 'DISTINCT')) start++
  let at = start
  for (; at <= tokens.length; at++) {
    const token = tokens[at]
    const isOver =
      !token ||
      token.depth < depth ||
      token.text === ';' ||
      (token.depth === depth &&
        (startsClause(tokens, at) || (isWord(token, 'WHERE') && !isName(tokens, at))) &&
        at > start)
    if (!isOver && !(token.depth === depth && token.text === ',')) continue
    if (at > start) items.push(readItem(tokens, start, at, depth))
    if (isOver) break
    start = at + 1
  }
  return { keyword, items, end: at }
}

function readItem(tokens: Token[], start: number, end: number, depth: number): ClauseItem {
  const as = tokens.findIndex(
    (token, index) => index > start && index < end && token.depth === depth && isWord(token, 'AS'),
  )
  return as < 0 ? { start, end, alias: null } : { start, end: as, alias: tokens[as + 1]?.text ?? null }
}

/** The index of the RETURN that names the result's columns, or -1. */
export function finalReturn(tokens: Token[]): number {
  const first = tokens.findIndex((token, index) => isReturn(tokens, index, token) && token.depth === 0)
  const isUnion = tokens.some(
    (token, index) => token.depth === 0 && isWord(token, 'UNION') && !isName(tokens, index),
  )
  if (isUnion) return first
  return tokens.findLastIndex((token, index) => isReturn(tokens, index, token) && token.depth === 0)
}

function isReturn(tokens: Token[], index: number, token: Token): boolean {
  return isWord(token, 'RETURN') && !isName(tokens, index)
}
