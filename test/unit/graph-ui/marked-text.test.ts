import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, MarkRole } from '../../../graph-ui/api/contract.ts'
import { markText } from '../../../graph-ui/api/graph/marked-text.ts'
import { segmentsOf } from '../../../graph-ui/app/details/segments.ts'

describe('marks of a sentence', () => {
  it('are offsets of the sentence, sorted; what lies outside is left out', () => {
    const sentence = 'A beats B.'
    const marked = markText(sentence, 100, [
      { start: 108, end: 109, role: 'object' },
      { start: 100, end: 101, role: 'subject' },
      { start: 102, end: 107, role: 'cue' },
      { start: 90, end: 95, role: 'mention' },
      { start: 109, end: 120, role: 'mention' },
      { start: null, end: 3, role: 'mention' },
    ])
    expect(marked.marks.map(({ start, end, role }) => [role, sentence.slice(start, end)])).toEqual([
      ['subject', 'A'],
      ['cue', 'beats'],
      ['object', 'B'],
    ])
  })
})

describe('segments of a marked text', () => {
  it('show the more important of overlapping marks', () => {
    const marks: Mark[] = [
      { start: 0, end: 8, role: 'cue' },
      { start: 2, end: 5, role: 'subject' },
    ]
    expect(segmentsOf({ text: 'abcdefghij', marks }).map(({ text, role }) => [text, role])).toEqual([
      ['ab', 'cue'],
      ['cde', 'subject'],
      ['fgh', 'cue'],
      ['ij', null],
    ])
  })

  it('always give the whole text back, in pieces that are not empty', () => {
    const roles: MarkRole[] = ['subject', 'object', 'cue', 'mention']
    const mark = fc
      .tuple(fc.nat(30), fc.nat(30), fc.constantFrom(...roles))
      .map(([start, length, role]) => ({ start, end: start + length, role }))
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 25 }),
        fc.array(mark, { maxLength: 6 }),
        (text, marks) => {
          const segments = segmentsOf({ text, marks })
          expect(segments.map((segment) => segment.text).join('')).toBe(text)
          expect(segments.every((segment) => segment.text.length > 0)).toBe(true)
        },
      ),
      { seed: 7 },
    )
  })
})
