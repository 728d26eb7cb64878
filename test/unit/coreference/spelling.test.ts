import { describe, expect, it } from 'vitest'
import { initialsKinds, spellingOf } from '../../../ingest/coreference/spelling.ts'
import { shareStem, wordPlaces, wordRelation } from '../../../ingest/coreference/word-relation.ts'

describe('how a word may be short for a text', () => {
  const cases: [word: string, text: string, initials: (typeof initialsKinds)[number], letters: number][] = [
    ['SDFs', 'signed distance functions', 'all', 10],
    ['SDFs', 'neural signed distance functions', 'their end', 10],
    ['FactFormer', 'Factorized Transformer', 'none', 10],
    ['LDM', 'latent diffusion', 'all and more', 6],
    ['GAN', 'generative flows', 'none', 6],
    ['MAE', 'masked image autoencoder', 'none', 10],
  ]
  it.each(cases)('%s for %s', (word, text, initials, letters) => {
    expect(spellingOf(word, text)).toEqual({ initials: initialsKinds.indexOf(initials), letters })
  })

  it('of a word without letters says nothing', () => {
    expect(spellingOf('$', 'dollar sign').letters).toBe(0)
  })
})

describe('how the words of two forms relate', () => {
  const placeOf = (one: string, other: string) =>
    wordPlaces[wordRelation(one.split(' '), other.split(' ')).place]

  it('finds the shorter in the longer', () => {
    expect(placeOf('dynamic pruning', 'federated dynamic pruning')).toBe('end')
    expect(placeOf('federated dynamic pruning', 'federated dynamic')).toBe('start')
    expect(placeOf('token', 'video token reduction')).toBe('within')
    expect(placeOf('video reduction', 'video token reduction')).toBe('in parts')
    expect(placeOf('reduction of token', 'video token reduction')).toBe('not in order')
  })

  it('tells what one has and the other lacks', () => {
    const relation = wordRelation(['few', 'shot', 'recognition'], ['few', 'shot', 'learning'])
    expect(relation).toMatchObject({ common: ['few', 'shot'], isFirstShorter: false })
    expect([...relation.extra, ...relation.lacking].sort()).toEqual(['learning', 'recognition'])
  })

  it('knows words that begin alike', () => {
    expect(shareStem('recognition', 'recognise')).toBe(true)
    expect(shareStem('cat', 'cats')).toBe(false)
  })
})
