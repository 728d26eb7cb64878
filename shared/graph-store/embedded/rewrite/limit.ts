import { isName, isWord, type Token } from '../../cypher/tokens.ts'
import type { Edit } from './edits.ts'

/** The engine gathers all rows before it answers, so a limit has to be part of the query to spare it the rest. */
export function limitRows(tokens: Token[], limit: number | null): Edit[] {
  const top = tokens.filter(({ depth }, index) => depth === 0 && !isName(tokens, index))
  const last = top.findLastIndex((token) => isWord(token, 'RETURN'))
  if (limit === null || last < 0) return []
  if (top.slice(last).some((token) => isWord(token, 'LIMIT'))) return []
  if (top.some((token) => isWord(token, 'UNION', 'EXPLAIN', 'PROFILE'))) return []
  const end = tokens.findLast(({ text }) => text !== ';')!.end
  return [{ start: end, end, text: ` LIMIT ${limit}` }]
}
