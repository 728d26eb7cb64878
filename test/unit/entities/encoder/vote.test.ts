import { describe, expect, it } from 'vitest'
import type { Encoding } from '../../../../ingest/entities/encoder/encoder.ts'
import { unitsOf } from '../../../../ingest/entities/encoder/units.ts'
import { votedMentions } from '../../../../ingest/entities/encoder/vote.ts'
import { labelCount } from '../../../../ingest/entities/fast/labels.ts'
import { splitText } from '../../../../ingest/text/index.ts'

const document = splitText({ title: null, abstract: 'We train Net - 5 0 here' })
const tokens = document.sentences[0]!.tokens
const units = unitsOf(document.sentences[0]!).map((unit, piece) => ({ ...unit, sentence: 0, piece }))

/** Probabilities of a label sequence that is sure to a degree. */
function sure(labels: number[], probability: number): number[] {
  return labels.flatMap((label) =>
    Array.from({ length: labelCount }, (_, other) =>
      other === label ? probability : (1 - probability) / (labelCount - 1),
    ),
  )
}
function encoding(labels: number[], probability: number): Encoding {
  return {
    units,
    vectors: new Float32Array(),
    whole: new Float32Array(),
    mean: new Float32Array(),
    labels: Float32Array.from(sure(labels, probability), Math.log),
  }
}
const method = [0, 0, 1, 2, 2, 0]
const nothing = [0, 0, 0, 0, 0, 0]
/** The chain sees one more token: it does not join digits. */
const chainMethod = [0, 0, 1, 2, 2, 2, 0]
const chainNothing = [0, 0, 0, 0, 0, 0, 0]

describe('voting', () => {
  it('lays units over tokens', () => {
    expect(tokens).toHaveLength(7)
    expect(units).toHaveLength(6)
  })
  it.each([
    ['both agree', method, 0.9, chainMethod, 0.9, 0.5, ['Net - 5 0']],
    ['the surer one wins', method, 0.99, chainNothing, 0.6, 0.5, ['Net - 5 0']],
    ['the surer one wins', method, 0.6, chainNothing, 0.99, 0.5, []],
    ['the encoder alone decides', method, 0.6, chainNothing, 0.99, 1, ['Net - 5 0']],
    ['the chain alone decides', nothing, 0.99, chainMethod, 0.6, 0, ['Net - 5 0']],
  ])('%s', (_, own, sureness, chain, chainSureness, share, expected) => {
    const labels = [Float64Array.from(sure(chain, chainSureness))]
    const mentions = votedMentions(document, encoding(own, sureness), labels, { encoder: share, boldness: 0 })
    expect(mentions.map(({ surface }) => surface)).toEqual(expected)
    for (const { start, end, surface } of mentions) expect(document.text.slice(start, end)).toBe(surface)
  })
  it('is bolder where that is asked for', () => {
    const labels = [Float64Array.from(sure(chainMethod, 0.5))]
    const found = (boldness: number) =>
      votedMentions(document, encoding(nothing, 0.7), labels, { encoder: 0.5, boldness }).length
    expect(found(0)).toBe(0)
    expect(found(1)).toBe(1)
  })
  it('never begins a mention with an inside', () => {
    const labels = [Float64Array.from(sure([2, 2, 2, 2, 2, 2, 2], 0.9))]
    const mentions = votedMentions(document, encoding([2, 2, 2, 2, 2, 2], 0.9), labels, {
      encoder: 0.5,
      boldness: 0,
    })
    expect(mentions.map(({ start }) => start)).toEqual([0])
  })
})
