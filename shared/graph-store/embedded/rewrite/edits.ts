/** Changes of a query's text that know where each character came from. */

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

/** Makes edits that do not overlap. */
export function applyEdits(before: Rewritten, edits: Edit[]): Rewritten {
  let cypher = ''
  let at = 0
  /** Pieces of the new text: where they begin in it and in the text before, and whether they were taken over. */
  const pieces: { from: number; before: number; isTaken: boolean }[] = []
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push({ from: cypher.length, before: at, isTaken: true })
    cypher += before.cypher.slice(at, edit.start)
    pieces.push({ from: cypher.length, before: edit.start, isTaken: false })
    cypher += edit.text
    at = edit.end
  }
  pieces.push({ from: cypher.length, before: at, isTaken: true })
  cypher += before.cypher.slice(at)
  return {
    cypher,
    original: (offset) => {
      const piece = pieces.findLast(({ from }) => from <= offset)!
      const place = piece.before + (piece.isTaken ? offset - piece.from : 0)
      return before.original(Math.min(place, before.cypher.length))
    },
  }
}
