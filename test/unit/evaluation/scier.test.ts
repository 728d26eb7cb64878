import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { recogniseEntities } from '../../../ingest/entities/index.ts'
import { evaluateScier } from '../../../ingest/evaluation/scier.ts'
import { documentOf, type ScierRecord } from '../../../ingest/evaluation/scier-records.ts'
import { mentionRelations } from '../../../ingest/evaluation/scier-relations.ts'
import { scoreScier } from '../../../ingest/evaluation/score-scier.ts'
import { loadRelationModels } from '../../../ingest/relations/relation-models.ts'
import type { ConceptType, Mention } from '../../../shared/schema.ts'

const models = loadRelationModels()
const folder = mkdtempSync(join(tmpdir(), 'skein-scier-'))
afterAll(() => rmSync(folder, { recursive: true }))

const record: ScierRecord = {
  doc_id: 'a',
  sentences: [
    ['We', 'propose', 'graph', 'networks', '(', 'GN', ')', 'for', 'parsing', '.'],
    ['They', 'use', 'PTB', '.'],
  ],
  ner: [
    [
      [2, 3, 'Method'],
      [5, 5, 'Method'],
      [8, 8, 'Task'],
    ],
    [[12, 12, 'Dataset']],
  ],
  relations: [[[5, 5, 2, 3, 'Synonym-Of']], []],
}

function tagged(text: string, phrases: [string, ConceptType][]): Mention[] {
  return phrases.map(([surface, type]) => {
    const start = text.indexOf(surface)
    return { start, end: start + surface.length, surface, type, confidence: 1 }
  })
}

async function evaluate(file: string, phrases: [string, ConceptType][]) {
  return evaluateScier(file, {
    recognise: (documents) => {
      const tagger = { name: 'given', tag: async () => documents.map(({ text }) => tagged(text, phrases)) }
      return recogniseEntities(documents, tagger)
    },
    relate: (document) => mentionRelations(document, models),
  })
}

describe('evaluateScier', () => {
  const file = join(folder, 'gold.jsonl')
  writeFileSync(file, `${JSON.stringify(record)}\n`)

  it('counts spans and types strictly, and adds predictions in the layout of the benchmark', async () => {
    const { scores, predictions } = await evaluate(file, [
      ['graph networks', 'Method'],
      ['GN', 'Method'],
      ['parsing', 'Method'],
      ['PTB', 'Dataset'],
    ])
    expect(predictions[0]?.predicted_ner).toEqual([
      [
        [2, 3, 'Method'],
        [5, 5, 'Method'],
        [8, 8, 'Method'],
      ],
      [[12, 12, 'Dataset']],
    ])
    const row = (name: string) => scores.find((score) => score.name === name)
    expect(row('entities')).toMatchObject({ truePositives: 3, falsePositives: 1, falseNegatives: 1 })
    expect(row('entity spans')).toMatchObject({ truePositives: 4, falsePositives: 0, falseNegatives: 0 })
    expect(row('Task')).toMatchObject({ truePositives: 0, falseNegatives: 1, f1: 0 })
    expect(row('Rel')).toMatchObject({ truePositives: 1, falseNegatives: 0 })
    expect(row('Rel, gold entities')).toMatchObject({ truePositives: 1, falseNegatives: 0 })
  })

  it('leaves metrics out and works on records without annotation', async () => {
    const bare = join(folder, 'bare.jsonl')
    writeFileSync(bare, `${JSON.stringify({ doc_id: 'a', sentences: record.sentences })}\n`)
    const { scores, predictions } = await evaluate(bare, [['PTB', 'Metric']])
    expect(scores).toEqual([])
    expect(predictions[0]?.predicted_ner).toEqual([[], []])
  })

  it.each([
    ['not JSON', '{"doc_id"', /line 1: not JSON/],
    ['another layout', '{"doc_id": "a", "sentence": "We do ."}', /line 1: expected "doc_id" and "sentences"/],
    ['nothing', '\n', /holds no records/],
  ])('says what is wrong with %s', async (name, content, message) => {
    const wrong = join(folder, `${name}.jsonl`)
    writeFileSync(wrong, content)
    await expect(evaluate(wrong, [])).rejects.toThrow(message)
  })
})

it('a document keeps the sentences and tokens of the benchmark', () => {
  const { text, sentences } = documentOf(record)
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'We propose graph networks ( GN ) for parsing .',
    'They use PTB .',
  ])
})

it('a relation with a wrong type of an end is right for Rel and wrong for Rel+', () => {
  const predictions = {
    predicted_ner: [
      [[2, 3, 'Task'] as [number, number, string], [5, 5, 'Method'] as [number, number, string]],
      [],
    ],
    predicted_relations: record.relations!,
  }
  const { scores, labels } = scoreScier([{ record, predictions }])
  expect(scores.find(({ name }) => name === 'Rel')?.f1).toBe(1)
  expect(scores.find(({ name }) => name === 'Rel+')?.f1).toBe(0)
  expect(labels).toMatchObject([{ name: 'Synonym-Of', falsePositives: 1, falseNegatives: 1 }])
})
