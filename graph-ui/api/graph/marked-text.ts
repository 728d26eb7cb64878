/** Sentences with the stretches to highlight; offsets of the paper become offsets of the sentence. */
import type { Mark, MarkedText, MarkRole } from '../contract.ts'

export interface PaperMark {
  start: number | null
  end: number | null
  role: MarkRole
}

/**
 * @param start where the sentence starts in the paper's text
 * @param marks in offsets of the paper; what lies outside the sentence is left out
 */
export function markText(sentence: string, start: number, marks: PaperMark[]): MarkedText {
  const inside = marks.flatMap(({ start: from, end: to, role }): Mark[] => {
    if (from === null || to === null) return []
    const [a, b] = [from - start, to - start]
    return a >= 0 && b > a && b <= sentence.length ? [{ start: a, end: b, role }] : []
  })
  return { text: sentence, marks: inside.sort((a, b) => a.start - b.start || b.end - a.end) }
}
