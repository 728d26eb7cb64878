import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Extractor, openExtractor } from '../../../ingest/extraction/extractor.ts'
import { UsageError } from '../../../shared/errors.ts'

const papers = Array.from({ length: 40 }, (_, i) => ({
  title: `Net${i}: a network`,
  abstract: `We propose Net${i}. Net${i} outperforms ResNet on CIFAR-10.`,
}))

describe.each([0, 2])('openExtractor with %i workers', (workers) => {
  let extractor: Extractor
  beforeAll(async () => {
    extractor = await openExtractor('fast', workers)
  })
  afterAll(() => extractor.close())

  it('answers in the order of the papers', async () => {
    const extractions = await extractor.extract(papers, () => {
      throw new Error('no problem is expected')
    })
    expect(extractions).toHaveLength(papers.length)
    extractions.forEach(({ entities }, i) => {
      expect(entities.map(({ name }) => name)).toContain(`Net${i}`)
    })
  })
})

describe('openExtractor', () => {
  it('refuses a tagger that nobody registered', async () => {
    await expect(openExtractor('best', 0)).rejects.toThrow(UsageError)
  })
})
