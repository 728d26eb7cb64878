import { isWord, type Token } from '../../cypher/tokens.ts'
import type { Edit } from './edits.ts'
import { closing, opening } from './scopes.ts'

/**
 * The engine counts a slice's negative bounds wrongly. `xs[1..-2]` becomes `reverse(reverse(xs[1..])[2..])`, and so on
 * for bounds that are written as numbers.
 */
export function sliceFromTheEnd(cypher: string, tokens: Token[]): Edit[] {
  for (let open = 1; open < tokens.length; open++) {
    if (tokens[open]!.text !== '[') continue
    const close = closing(tokens, open)
    const bounds = readBounds(tokens.slice(open + 1, close))
    const start = postfixStart(tokens, open)
    if (!bounds || start === open || close >= tokens.length) continue
    const list = cypher.slice(tokens[start]!.start, tokens[open]!.start)
    const text = turned(list, bounds.from, bounds.to)
    if (text !== null) return [{ start: tokens[start]!.start, end: tokens[close]!.end, text }]
  }
  return []
}

function turned(list: string, from: number | null, to: number | null): string | null {
  const fromEnd = from !== null && from < 0
  const toEnd = to !== null && to < 0
  if (fromEnd && to === null) return `reverse(reverse(${list})[0..${-from}])`
  if (fromEnd && toEnd) return `reverse(reverse(${list})[${-to}..${-from}])`
  if (toEnd) return `reverse(reverse(${list}[${from ?? 0}..])[${-to}..])`
  return null
}

/** The two bounds of `a..b`, null for one left out; null where this is no slice, or bounds are not plain numbers. */
function readBounds(inner: Token[]): { from: number | null; to: number | null } | null {
  const text = inner.map((token) => token.text).join('')
  const match = /^(-?\d+)?\.\.(-?\d+)?$/.exec(text)
  if (!match) return null
  return {
    from: match[1] === undefined ? null : Number(match[1]),
    to: match[2] === undefined ? null : Number(match[2]),
  }
}

/** The index where the expression begins that a bracket at `end` reads from: `a.b`, `f(x)`, `[1, 2]`. */
export function postfixStart(tokens: Token[], end: number): number {
  let at = end
  for (;;) {
    const last = tokens[at - 1]
    if (last?.text === ']' || last?.text === ')') {
      at = opening(tokens, at - 1)
      if (at < 0) return end
      if (!isOperand(tokens[at - 1])) return at
    } else if (isOperand(last) && last?.text !== ']' && last?.text !== ')') {
      at--
      if (tokens[at - 1]?.text !== '.') return at
      at--
    } else {
      return end
    }
  }
}

const operators = [
  'RETURN',
  'WITH',
  'DISTINCT',
  'IN',
  'AND',
  'OR',
  'XOR',
  'NOT',
  'WHERE',
  'UNWIND',
  'BY',
  'WHEN',
  'THEN',
  'ELSE',
  'AS',
  'IS',
  'CONTAINS',
]

function isOperand(token: Token | undefined): boolean {
  if (token === undefined || isWord(token, ...operators)) return false
  return ['word', 'quotedName', 'parameter'].includes(token.kind) || token.text === ']' || token.text === ')'
}
