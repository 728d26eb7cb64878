import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TextDocument } from '../../../ingest/documents.ts'
import { FeatureWeights } from '../../../ingest/entities/fast/feature-weights.ts'
import { featureMaker } from '../../../ingest/entities/fast/features.ts'
import { labelCount } from '../../../ingest/entities/fast/labels.ts'
import { countedPhrases, makeKnowledge } from '../../../ingest/entities/fast/lexicon.ts'
import { tokenScorer } from '../../../ingest/entities/fast/score-tokens.ts'
import { splitText } from '../../../ingest/text/index.ts'
import { FeatureTable } from '../../../ingest/weights/feature-table.ts'

const lexicon = {
  ...makeKnowledge({
    words: [
      ['network', 6, 0, 3, 17],
      ['on', 9, 0, 1, 2],
      ['imagenet', 4, 3, 5, 8],
    ],
    names: [['deep belief network', 2]],
  }),
  phrases: countedPhrases([
    ['belief network', [3, 0, 0, 0, 4]],
    ['imagenet', [0, 5, 0, 0, 5]],
  ]),
}
const featuresOf = featureMaker(lexicon)
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Deep',
        'belief',
        'networks',
        'ImageNet',
        '(BERT)',
        'on',
        'R-CNN',
        'We',
        'the',
        '. ',
        '[',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
  )
  .map((words) => words.join(' '))
const paper = fc.record({ title: fc.option(text), abstract: text })

function hashesOf(document: TextDocument): Int32Array[][] {
  const features = featuresOf(document)
  return document.sentences.map((_, index) => features(index))
}

/** A model that knows most features of some documents, each with weights of its own. */
function modelOf(documents: TextDocument[]) {
  const known = documents.flatMap(hashesOf).flatMap((tokens) => tokens.flatMap((token) => [...token]))
  const hashes = Int32Array.from(new Set(known))
    .sort()
    .filter((_, index) => index % 7 !== 0)
  const weights = Int8Array.from({ length: hashes.length * labelCount }, (_, at) => (at * 37) % 251)
  const transitions = new Float64Array(labelCount * labelCount)
  return {
    rows: new FeatureTable(hashes),
    bytes: weights,
    weights: new FeatureWeights(hashes, weights),
    ...{ scale: 0.5, transitions, potentials: transitions },
  }
}

it('a label scores what the features of its token weigh, whatever was read before', () => {
  fc.assert(
    fc.property(fc.array(paper, { minLength: 1, maxLength: 4 }), (papers) => {
      const documents = papers.map(splitText)
      const { rows: table, bytes, ...chain } = modelOf(documents)
      const scoresOf = tokenScorer(chain, lexicon)
      for (const document of [...documents, ...documents]) {
        const scores = scoresOf(document)
        hashesOf(document).forEach((tokens, sentence) => {
          const expected = tokens.flatMap((hashes) => {
            const rows = [...hashes].map((hash) => table.row(hash)).filter((row) => row >= 0)
            return Array.from({ length: labelCount }, (_, label) =>
              rows.reduce((sum, row) => sum + bytes[row * labelCount + label]! * chain.scale, 0),
            )
          })
          expect([...scores(sentence).subarray(0, expected.length)]).toEqual(expected)
        })
      }
    }),
    { numRuns: 30 },
  )
})

it('scores the same after so many words that the first are forgotten', () => {
  const first = splitText({ title: 'A deep network', abstract: 'We train it on ImageNet.' })
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const words = Array.from({ length: 31_000 }, (_, number) =>
    [number, number / 26, number / 676, number / 17_576].map((one) => letters[Math.floor(one) % 26]).join(''),
  )
  const scoresOf = tokenScorer(modelOf([first]), lexicon)
  const read = () => {
    const scores = scoresOf(first)
    return first.sentences.map(({ tokens }, index) => [
      ...scores(index).subarray(0, tokens.length * labelCount),
    ])
  }
  const before = read()
  scoresOf(splitText({ title: null, abstract: words.join(' ') }))
  expect(read()).toEqual(before)
})
