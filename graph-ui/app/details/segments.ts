import type { MarkedText, MarkRole } from '../../api/contract.ts'

export interface Segment {
  start: number
  text: string
  role: MarkRole | null
}

/** The ends of a claim matter more than the words between them. */
const precedence: readonly MarkRole[] = ['value', 'subject', 'object', 'mention', 'cue']

/** Cuts a text where its marks begin and end; where marks overlap the more important one shows. */
export function segmentsOf({ text, marks }: MarkedText): Segment[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b)
  const segments: Segment[] = []
  cuts.slice(0, -1).forEach((start, i) => {
    const end = cuts[i + 1] ?? text.length
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end).map(({ role }) => role)
    const role = precedence.find((candidate) => here.includes(candidate)) ?? null
    const last = segments.at(-1)
    if (last && last.role === role) last.text += text.slice(start, end)
    else segments.push({ start, text: text.slice(start, end), role })
  })
  return segments
}
