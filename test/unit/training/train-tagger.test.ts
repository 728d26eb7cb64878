import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { taggerOf } from '../../../ingest/entities/fast/index.ts'
import { makeKnowledge } from '../../../ingest/entities/fast/lexicon.ts'
import { encodeModel, modelOf, readModel } from '../../../ingest/entities/fast/model-file.ts'
import { recogniseEntities } from '../../../ingest/entities/index.ts'
import { splitText } from '../../../ingest/text/index.ts'
import type { AnnotatedAbstract } from '../../../ingest/training/annotated-abstracts.ts'
import { labelAbstract, labelledSpans } from '../../../ingest/training/entities/labelled-documents.ts'
import { trainFolds, trainTagger } from '../../../ingest/training/entities/train-tagger.ts'

const methods = ['BarNet', 'FooNet', 'QuxNet', 'ZapNet', 'TipNet', 'LumNet', 'RokNet', 'VexNet']
const datasets = ['CUBES', 'PLAIN', 'ROADS', 'FACES', 'WORDS', 'NAMES', 'SIGNS', 'BIRDS']

const abstracts = methods.map((method, index): AnnotatedAbstract => {
  const dataset = datasets[index]!
  return {
    id: method,
    title: null,
    text: `We propose ${method}, a small model. ${method} is trained on the ${dataset} dataset. It is good.`,
    entities: [
      { name: method, type: 'Method', role: 'introduced', aliases: [] },
      { name: dataset, type: 'Dataset', role: 'used', aliases: [] },
    ],
    relations: [],
  }
})
const knowledge = makeKnowledge({ words: [], names: [] })
const chain = { epochs: 12, learningRate: 0.1, decay: 1e-3, dropout: 0.2, minCount: 2, minWeight: 0.02 }
const selection = { epochs: 20, learningRate: 0.1, decay: 1e-3, minCount: 1, threshold: 0.4 }
const unseen = splitText({
  title: null,
  abstract: 'We propose MyrNet, a small model. MyrNet is trained on the TREES dataset. It is good.',
})

it.each([
  ['the best path', null],
  ['a choice among candidates', selection],
])('learns names from their surroundings, by %s, and comes out the same each time', async (_, how) => {
  const train = () => {
    const labelled = abstracts.map(labelAbstract)
    const folds = trainFolds(labelled, knowledge, chain, 2, () => {})
    return trainTagger(labelled, knowledge, { ...chain, selection: how }, folds, () => {})
  }
  const parts = train()
  expect(encodeModel(train()).equals(encodeModel(parts))).toBe(true)
  const [document] = await recogniseEntities([unseen], taggerOf('tiny', modelOf(parts, knowledge)))
  expect(document?.entities.map(({ type, name }) => [type, name])).toEqual([
    ['Method', 'MyrNet'],
    ['Dataset', 'TREES'],
  ])

  const folder = mkdtempSync(join(tmpdir(), 'skein-model-'))
  try {
    const file = join(folder, 'tiny.bin')
    writeFileSync(file, encodeModel(parts))
    const [again] = await recogniseEntities([unseen], taggerOf('tiny', readModel(file, knowledge)))
    expect(again).toEqual(document)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('labels every occurrence of a form, longer forms first, and short forms only as they are written', () => {
  const { document, labels } = labelAbstract({
    id: 'a',
    title: null,
    text: 'Deep belief networks and a belief network. MAP is what we map.',
    entities: [
      { name: 'belief network', type: 'Method', role: 'used', aliases: [] },
      { name: 'deep belief network', type: 'Method', role: 'used', aliases: [] },
      { name: 'MAP', type: 'Metric', role: 'used', aliases: [] },
    ],
    relations: [],
  })
  const spans = [...labelledSpans(labels)].map(({ sentence, first, end, type }) => {
    const tokens = document.sentences[sentence]!.tokens
    return [document.text.slice(tokens[first]!.start, tokens[end - 1]!.end), type]
  })
  expect(spans).toEqual([
    ['Deep belief networks', 0],
    ['belief network', 0],
    ['MAP', 3],
  ])
})
