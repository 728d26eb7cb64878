import { isWord, type Token } from '../../cypher/tokens.ts'
import { type ClauseItem, type ProjectionClause, readProjection } from './clause-items.ts'
import type { Edit } from './edits.ts'
import { addedVariable } from './label-expressions.ts'
import { type Replacement, replaceExpressions } from './replace-expressions.ts'
import { closing, enclosing, startsClause } from './scopes.ts'

const aggregates = [
  'COUNT',
  'COLLECT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
  'STDEV',
  'STDEVP',
  'PERCENTILECONT',
  'PERCENTILEDISC',
]

/**
 * The engine takes an aggregate in few surroundings. `RETURN a.x, collect(b)[..3]` becomes
 * `WITH a.x AS k, collect(b) AS c RETURN k AS `a.x`, c[..3] …`: grouping goes by the items without aggregates, as
 * before.
 */
export function liftAggregates(cypher: string, tokens: Token[]): Edit[] {
  for (let keyword = 0; keyword < tokens.length; keyword++) {
    if (!isWord(tokens[keyword], 'RETURN', 'WITH') || !startsClause(tokens, keyword)) continue
    const clause = readProjection(tokens, keyword)
    const found = clause.items.map((item) => callsIn(tokens, item))
    if (!found.some((calls) => calls.some((call) => !isTaken(tokens, call)))) continue
    if (clause.items.some(({ start }) => tokens[start]!.text === '*')) continue
    return lift(cypher, tokens, clause, found)
  }
  return []
}

interface Call {
  start: number
  /** Of the closing bracket. */
  end: number
}

function callsIn(tokens: Token[], item: ClauseItem): Call[] {
  const calls: Call[] = []
  for (let at = item.start; at < item.end; at++) {
    if (isWord(tokens[at], 'EXISTS', 'COUNT', 'COLLECT') && tokens[at + 1]?.text === '{') {
      at = closing(tokens, at + 1)
      continue
    }
    if (!isWord(tokens[at], ...aggregates) || tokens[at - 1]?.text === '.' || tokens[at + 1]?.text !== '(')
      continue
    const end = closing(tokens, at + 1)
    calls.push({ start: at, end })
    at = end
  }
  return calls
}

/** Whether the engine takes an aggregate here: not read from, and in no list, map, comprehension or projection. */
function isTaken(tokens: Token[], { start, end }: Call): boolean {
  if (tokens[end + 1]?.text === '[' || tokens[end + 1]?.text === '.') return false
  for (let around = enclosing(tokens, start); around >= 0; around = enclosing(tokens, around)) {
    if (tokens[around]!.depth < outerDepth(tokens, start)) return true
    if (tokens[around]!.text !== '(') return false
    if (isWord(tokens[around - 1], 'REDUCE', 'ANY', 'ALL', 'NONE', 'SINGLE')) return false
  }
  return true
}

/** The depth of the clause that a token belongs to. */
function outerDepth(tokens: Token[], index: number): number {
  for (let at = index; at >= 0; at--) {
    if (isWord(tokens[at], 'RETURN', 'WITH') && startsClause(tokens, at)) return tokens[at]!.depth
  }
  return 0
}

function lift(cypher: string, tokens: Token[], clause: ProjectionClause, found: Call[][]): Edit[] {
  const carried: string[] = []
  const replacements: Replacement[] = []
  const carry = (start: number, end: number) => {
    const expression = tokens.slice(start, end)
    const isVariable = expression.length === 1 && ['word', 'quotedName'].includes(expression[0]!.kind)
    const name = isVariable ? expression[0]!.text : `${addedVariable}${replacements.length}`
    const source = cypher.slice(expression[0]!.start, expression.at(-1)!.end)
    carried.push(isVariable ? name : `${source} AS ${name}`)
    replacements.push({ tokens: expression, name })
  }
  clause.items.forEach((item, index) => {
    if (found[index]!.length === 0) carry(item.start, item.end)
    for (const call of found[index]!) carry(call.start, call.end + 1)
  })
  /** Items by the name that ORDER BY, which sees nothing else, may use. */
  const columns: Replacement[] = []
  const shown = clause.items.map((item) => {
    const expression = tokens.slice(item.start, item.end)
    const text = replaceExpressions(cypher, tokens, [item.start, item.end], replacements)
    const source = cypher.slice(expression[0]!.start, expression.at(-1)!.end)
    const name = item.alias ?? (text === source ? source : quoted(source))
    columns.push({ tokens: expression, name })
    return name === text ? text : `${text} AS ${name}`
  })
  const keyword = tokens[clause.keyword]!
  const distinct = isWord(tokens[clause.keyword + 1], 'DISTINCT') ? ' DISTINCT' : ''
  const order = orderBy(tokens, clause.end)
  const ordering = replaceExpressions(cypher, tokens, order, columns)
  const edits = [
    {
      start: keyword.start,
      end: tokens[clause.end - 1]!.end,
      text: `WITH ${carried.join(', ')} ${keyword.text}${distinct} ${shown.join(', ')}`,
    },
  ]
  if (ordering !== '') {
    edits.push({ start: tokens[order[0]]!.start, end: tokens[order[1] - 1]!.end, text: ordering })
  }
  return edits
}

/** What an ORDER BY that begins at `start` orders by, empty where none does. */
function orderBy(tokens: Token[], start: number): [number, number] {
  if (!isWord(tokens[start], 'ORDER')) return [start, start]
  const { depth } = tokens[start]!
  let end = start + 2
  while (end < tokens.length && tokens[end]!.depth >= depth && tokens[end]!.text !== ';') {
    if (tokens[end]!.depth === depth && startsClause(tokens, end)) break
    end++
  }
  return [start + 2, end]
}

function quoted(text: string): string {
  return `\`${text.replaceAll('`', '``')}\``
}
