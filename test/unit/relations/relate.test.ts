import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntityDocument } from '../../../ingest/documents.ts'
import { relate } from '../../../ingest/relations/index.ts'
import { loadRelationModels } from '../../../ingest/relations/relation-models.ts'
import { extractionSchema } from '../../../shared/schema.ts'
import { documentOf } from './marked-text.ts'

const models = loadRelationModels()
const example = documentOf(
  'Learning long sequences is hard for [M:recurrent networks]. We propose [M:gated memory network|Gated Memory Network] ' +
    '([M:GMN|Gated Memory Network]), which extends [M:LSTM] [4] with a trainable gate. Our model is evaluated on ' +
    '[D:Copy-1000] for [T:sequence modelling]. [M:GMN|Gated Memory Network] outperforms [M:LSTM] by 3.1 points of ' +
    '[X:accuracy] on [D:Copy-1000], but it does not outperform [M:Transformers]. It may outperform [M:GRU].',
  '[M:Gated Memory Network]: Gates for [T:sequence modelling]',
)

describe('one paper', async () => {
  const { entities, claims, relations, text } = await relate(example, models)
  const entity = (name: string) => entities.find((one) => one.name === name)!

  test('the proposed method is introduced, its techniques are not', () => {
    expect(entity('Gated Memory Network')).toMatchObject({ role: 'introduced', intent: 'introduces' })
    expect(entity('recurrent networks').role).not.toBe('introduced')
    expect(entity('sequence modelling')).toMatchObject({ role: 'used', intent: 'addresses' })
  })

  test('the sentence that presents a method comes first', () => {
    const [first] = entity('Gated Memory Network').sentences
    expect(text.slice(first!.start, first!.end)).toMatch(/^We propose/)
  })

  test('markers go with the technique before them', () => {
    expect(entity('LSTM').marker).toBe('[4]')
    expect(entity('GRU').marker).toBeNull()
  })

  test('a comparison has its number, metric and dataset', () => {
    expect(claims).toContainEqual(
      expect.objectContaining({
        predicate: 'OUTPERFORMS',
        rule: 'outperforms/active',
        dataset: 'Copy-1000',
        metric: 'accuracy',
        value: 3.1,
        unit: 'points',
        valueKind: 'difference',
        negated: false,
      }),
    )
  })

  test('a denied claim is kept as such and makes no relation', () => {
    const denied = claims.filter(
      ({ predicate, object }) => predicate === 'OUTPERFORMS' && object.entity === 'Transformers',
    )
    expect(denied.map(({ negated }) => negated)).toEqual([true])
    expect(relations).not.toContainEqual(['Gated Memory Network', 'OUTPERFORMS', 'Transformers'])
  })

  test('a hedged claim says so', () => {
    const hedged = claims.find(
      ({ predicate, object }) => predicate === 'OUTPERFORMS' && object.entity === 'GRU',
    )
    expect(hedged).toMatchObject({ hedged: true, negated: false, subject: { implicit: true } })
  })

  test('relations are the triples of claims, each once', () => {
    const triples = claims
      .filter(({ negated }) => !negated)
      .map(({ subject, predicate, object }) => JSON.stringify([subject.entity, predicate, object.entity]))
    expect(relations.map((relation) => JSON.stringify(relation)).sort()).toEqual([...new Set(triples)].sort())
  })

  test('the same document gives the same reading', async () => {
    expect(await relate(example, models)).toEqual(await relate(structuredClone(example), models))
  })
})

test.each([
  ['no text', documentOf('')],
  ['no entity', documentOf('Nothing is named here.')],
  [
    'an entity without mentions',
    {
      ...documentOf('Nothing.'),
      entities: [
        { name: 'X', type: 'Method', aliases: [], acronyms: [], mentions: [], confidence: 1 } as const,
      ],
    },
  ],
])('%s gives no claim', async (_, document) => {
  expect(await relate(document as EntityDocument, models)).toMatchObject({ claims: [], relations: [] })
})

/** Pieces that hostile and ordinary abstracts are made of. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['[M:Alpha]', '[M:Beta]', '[M:Zeta]', '[D:Iris]', '[D:Wine]', '[T:parsing]', '[X:F1]', '[X:BLEU]'],
    ...[
      'outperforms',
      'is outperformed by',
      'compared to',
      'does not',
      'may',
      'We propose',
      'our method',
      'it',
      'is a',
    ],
    ...[
      'on',
      'by 2.1',
      '28.4',
      '3x faster than',
      'and',
      ',',
      '.',
      ';',
      'such as',
      'based on',
      '[3, 7]',
      '(Kim, 2014)',
    ],
    ...[
      '\\cite{a}',
      'İstanbul',
      '\uE000\uE001',
      'ﬁ',
      '😀',
      '\u0301',
      '<script>',
      '\n\n',
      "'; MATCH (n) DETACH DELETE n //",
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/[[\]|]/.test(text)),
)

test('every span of any text slices right, and every end is an entity of the document', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 60 }),
      fc.array(piece, { maxLength: 8 }),
      async (pieces, title) => {
        const clean = (parts: string[]) => parts.join(' ')
        const document = documentOf(
          clean(pieces),
          title.length > 0 ? clean(title).replaceAll('\n', ' ') || null : null,
        )
        const extracted = await relate(document, models)
        const { text, entities, claims, relations } = extracted
        expect(extractionSchema.safeParse({ entities, claims, relations }).success).toBe(true)
        const names = new Set(document.entities.map(({ name }) => name))
        const mentions = new Map(document.entities.map((entity) => [entity.name, entity.mentions]))
        const sentences = new Set(document.sentences.map(({ start }) => start))
        for (const { sentence, cue, subject, object, dataset, metric, task } of claims) {
          expect(sentences.has(sentence.start)).toBe(true)
          for (const span of [cue, subject, object]) {
            expect(span.start).toBeGreaterThanOrEqual(sentence.start)
            expect(span.end).toBeLessThanOrEqual(sentence.end)
            expect(text.slice(span.start, span.end)).not.toBe('')
          }
          for (const end of [subject, object]) {
            expect(names.has(end.entity)).toBe(true)
            const own = mentions
              .get(end.entity)!
              .some(({ start, end: to }) => start === end.start && to === end.end)
            expect(own).toBe(!end.implicit)
          }
          for (const name of [dataset, metric, task]) if (name !== null) expect(names.has(name)).toBe(true)
        }
        for (const { marker } of entities) if (marker !== null) expect(text).toContain(marker)
        for (const [head, , tail] of relations) expect(names.has(head) && names.has(tail)).toBe(true)
      },
    ),
    { seed: 20240521, numRuns: 300 },
  )
})
