import { isName, isWord, type Token } from '../../cypher/tokens.ts'

const clauseStarts = [
  'MATCH',
  'OPTIONAL',
  'WITH',
  'RETURN',
  'UNWIND',
  'CALL',
  'CREATE',
  'MERGE',
  'SET',
  'DELETE',
  'DETACH',
  'REMOVE',
  'FOREACH',
  'UNION',
  'ORDER',
  'SKIP',
  'LIMIT',
]

/** Whether a clause begins here: `STARTS WITH` and `ENDS WITH` begin none. */
export function startsClause(tokens: Token[], index: number): boolean {
  const token = tokens[index]
  if (!isWord(token, ...clauseStarts) || isName(tokens, index)) return false
  return !(isWord(token, 'WITH') && isWord(tokens[index - 1], 'STARTS', 'ENDS'))
}

/** The index of the bracket that closes the one at `open`, or the end where none does. */
export function closing(tokens: Token[], open: number): number {
  const { depth } = tokens[open]!
  const at = tokens.findIndex(
    (token, index) => index > open && token.depth === depth && ')]}'.includes(token.text),
  )
  return at < 0 ? tokens.length : at
}

/** The index of the bracket that opens the one at `close`, or -1. */
export function opening(tokens: Token[], close: number): number {
  const { depth } = tokens[close]!
  return tokens.findLastIndex(
    (token, index) => index < close && token.depth === depth && '([{'.includes(token.text),
  )
}

/** The index of the bracket around a token, or -1 at the top. */
export function enclosing(tokens: Token[], index: number): number {
  const { depth } = tokens[index]!
  return tokens.findLastIndex((token, at) => at < index && token.depth < depth && '([{'.includes(token.text))
}

/** A part of a query whose patterns share one WHERE. All are indexes into the tokens. */
export interface PatternScope {
  /** The WHERE, or null. */
  where: number | null
  /** One past the last token. */
  end: number
}

/**
 * The MATCH clause, EXISTS or COUNT subquery or pattern comprehension whose pattern holds a token.
 * @returns null where the token stands in an expression or in a clause that writes
 */
export function patternScope(tokens: Token[], index: number): PatternScope | null {
  for (let at = index; at >= 0; ) {
    const around = enclosing(tokens, at)
    const { depth } = tokens[at]!
    for (let back = at - 1; back > around; back--) {
      if (tokens[back]!.depth !== depth) continue
      if (isWord(tokens[back], 'WHERE') && !isName(tokens, back)) return null
      if (!startsClause(tokens, back)) continue
      return isWord(tokens[back], 'MATCH') ? scopeFrom(tokens, back, depth, false) : null
    }
    if (around < 0) return null
    const before = tokens[around - 1]
    if (tokens[around]!.text === '{') {
      return isWord(before, 'EXISTS', 'COUNT') ? scopeFrom(tokens, around, depth, false) : null
    }
    if (tokens[around]!.text === '[') {
      return tokens[around + 1]?.text === '(' ? scopeFrom(tokens, around, depth, true) : null
    }
    // Around a path there are only the brackets of shortestPath(…).
    if (!isWord(before, 'SHORTESTPATH', 'ALLSHORTESTPATHS')) return null
    at = around
  }
  return null
}

function scopeFrom(tokens: Token[], start: number, depth: number, isComprehension: boolean): PatternScope {
  let where: number | null = null
  let end = start + 1
  for (; end < tokens.length; end++) {
    const token = tokens[end]!
    if (token.depth < depth || token.text === ';') break
    if (token.depth > depth) continue
    if (startsClause(tokens, end) || (isComprehension && token.text === '|')) break
    if (isWord(token, 'WHERE') && !isName(tokens, end)) where ??= end
  }
  return { where, end }
}
