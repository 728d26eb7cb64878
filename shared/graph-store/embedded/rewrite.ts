import { isWord, type Token, tokenise } from '../cypher/tokens.ts'

export interface Edit {
  start: number
  end: number
  text: string
}

export interface Rewritten {
  cypher: string
  /** Maps an offset in `cypher` to the query as typed. */
  original(offset: number): number
}

/**
 * Cypher as Neo4j takes it, made into what the engine takes.
 * @param limit most rows that are wanted, null for all of them
 */
export function rewrite(cypher: string, limit: number | null): Rewritten {
  const tokens = tokenise(cypher)
  return applyEdits(cypher, [...limitRows(tokens, limit)])
}

/** The engine gathers all rows before it answers, so the limit has to be part of the query. */
function limitRows(tokens: Token[], limit: number | null): Edit[] {
  const top = tokens.filter(({ depth }) => depth === 0)
  const last = top.findLastIndex((token) => isWord(token, 'RETURN'))
  const unbounded = last >= 0 && !top.slice(last).some((token) => isWord(token, 'LIMIT'))
  if (limit === null || !unbounded || top.some((token) => isWord(token, 'UNION', 'EXPLAIN', 'PROFILE')))
    return []
  const end = tokens.findLast(({ text }) => text !== ';')!.end
  return [{ start: end, end, text: ` LIMIT ${limit}` }]
}

function applyEdits(cypher: string, edits: Edit[]): Rewritten {
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  let text = ''
  let at = 0
  /** Pieces of the new text: where they begin in it and in the query as typed, and whether they were typed. */
  const pieces: { from: number; typed: number; isTyped: boolean }[] = []
  for (const edit of sorted) {
    pieces.push({ from: text.length, typed: at, isTyped: true })
    text += cypher.slice(at, edit.start)
    pieces.push({ from: text.length, typed: edit.start, isTyped: false })
    text += edit.text
    at = edit.end
  }
  pieces.push({ from: text.length, typed: at, isTyped: true })
  text += cypher.slice(at)
  return {
    cypher: text,
    original: (offset) => {
      const piece = pieces.findLast(({ from }) => from <= offset) ?? pieces[0]!
      return Math.min(piece.typed + (piece.isTyped ? offset - piece.from : 0), cypher.length)
    },
  }
}
