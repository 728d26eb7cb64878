import { describe, expect, it } from 'vitest'
import { poolMentions } from '../../../../ingest/entities/encoder/index.ts'
import type { ConceptType, Mention } from '../../../../shared/schema.ts'

const text = 'We train Deep Net on Data'
/** Both models count the same, and nothing is likelier from the outset. */
const pooling = { weights: { bias: 0, opinions: [0.5, 0.5] }, least: 0.1 }

function proposal(surface: string, type: ConceptType, fast: number, encoder: number) {
  const start = text.indexOf(surface)
  const mention: Mention = { start, end: start + surface.length, surface, type, confidence: fast }
  return { mention, opinions: [fast, encoder] as [number, number] }
}

describe('pooled mentions', () => {
  it.each([
    ['both find it', [proposal('Deep Net', 'Method', 0.9, 0.9)], ['Deep Net Method']],
    ['one is sure', [proposal('Deep Net', 'Method', 0, 0.99)], ['Deep Net Method']],
    ['neither is', [proposal('Deep Net', 'Method', 0.02, 0.02)], []],
    [
      'of two that overlap the likelier',
      [proposal('Net', 'Method', 0.5, 0.3), proposal('Deep Net', 'Method', 0.6, 0.9)],
      ['Deep Net Method'],
    ],
    [
      'of two types the likelier',
      [proposal('Data', 'Task', 0.6, 0.2), proposal('Data', 'Dataset', 0.3, 0.9)],
      ['Data Dataset'],
    ],
    [
      'sorted by start',
      [proposal('Data', 'Dataset', 0.9, 0.9), proposal('Deep Net', 'Method', 0.5, 0.5)],
      ['Deep Net Method', 'Data Dataset'],
    ],
  ])('%s', (_, proposals, expected) => {
    const mentions = poolMentions(text, proposals, pooling)
    expect(mentions.map(({ surface, type }) => `${surface} ${type}`)).toEqual(expected)
    for (const { confidence } of mentions) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThan(1)
    }
  })

  it('do not depend on the order of proposals', () => {
    const proposals = [
      proposal('Net', 'Method', 0.5, 0.3),
      proposal('Deep Net', 'Method', 0.6, 0.9),
      proposal('Data', 'Dataset', 0.4, 0.4),
    ]
    expect(poolMentions(text, proposals.toReversed(), pooling)).toEqual(
      poolMentions(text, proposals, pooling),
    )
  })
})
