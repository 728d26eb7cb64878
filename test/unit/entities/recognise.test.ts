import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseEntities } from '../../../ingest/entities/index.ts'
import type { Tagger } from '../../../ingest/entities/tagger.ts'
import { splitText } from '../../../ingest/text/index.ts'
import { loadTier, tiers } from '../../../ingest/tiers.ts'
import { type ConceptType, mentionSchema } from '../../../shared/schema.ts'

/** Tags the first occurrence of each given phrase, so that what follows the tagger is tested alone. */
function phraseTagger(phrases: [string, ConceptType][]): Tagger {
  return {
    name: 'phrases',
    tag: async (documents) =>
      documents.map(({ text }) =>
        phrases
          .map(([surface, type]) => {
            const start = text.indexOf(surface)
            return { start, end: start + surface.length, surface, type, confidence: 0.9 }
          })
          .filter(({ start }) => start >= 0)
          .sort((a, b) => a.start - b.start),
      ),
  }
}

async function entitiesOf(abstract: string, phrases: [string, ConceptType][], title: string | null = null) {
  const [document] = await recogniseEntities([splitText({ title, abstract })], phraseTagger(phrases))
  return document!
}

describe('recogniseEntities', () => {
  it('names an entity by its fullest form, and finds its short form everywhere', async () => {
    const { entities } = await entitiesOf(
      'Low-Rank Adaptation (LoRA) is small. LoRA is fast, and low-rank adaptation is cheap.',
      [['Low-Rank Adaptation', 'Method']],
    )
    expect(entities).toHaveLength(1)
    expect(entities[0]).toMatchObject({
      name: 'Low-Rank Adaptation',
      type: 'Method',
      aliases: ['low-rank adaptation', 'LoRA'],
      acronyms: ['LoRA'],
    })
    expect(entities[0]?.mentions).toHaveLength(4)
  })

  it('takes nothing for the title where that is blank', async () => {
    const { entities } = await entitiesOf('X: Yes and no.', [['Yes', 'Task']], ' ')
    expect(entities.map(({ name }) => name)).toEqual(['Yes'])
    expect(await recogniseEntities([splitText({ title: ' ', abstract: '' })], phraseTagger([]))).toHaveLength(
      1,
    )
  })

  it.each([
    ['microphone array', 'Microphone arrays'],
    ['search policy', 'Search policies'],
  ])('finds "%s" in the plural', async (one, many) => {
    const { entities } = await entitiesOf(`A ${one} is cheap. ${many} are dear.`, [[one, 'Method']])
    expect(entities.map(({ name, aliases }) => [name, ...aliases])).toEqual([[many, one]])
  })

  it('takes plural, hyphen and case variants for one entity', async () => {
    const { entities } = await entitiesOf(
      'A graph network learns. Graph-networks and graph networks do too.',
      [['graph network', 'Method']],
    )
    expect(entities.map(({ name, aliases }) => [name, ...aliases].sort())).toEqual([
      ['Graph-networks', 'graph network', 'graph networks'],
    ])
  })

  it('joins initials with what they stand for, also where the text does not say so', async () => {
    const { entities } = await entitiesOf('Large language models grow. We prompt LLMs.', [
      ['Large language models', 'Method'],
      ['LLMs', 'Method'],
    ])
    expect(entities.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Large language models', ['LLMs']],
    ])
  })

  it('joins a name with its extension, but not with another thing', async () => {
    const { entities } = await entitiesOf('Foobar models sing. We compare Foobar. Foobar accuracy falls.', [
      ['Foobar models', 'Method'],
      ['Foobar', 'Method'],
      ['Foobar accuracy', 'Metric'],
    ])
    expect(entities.map(({ name, type }) => [name, type])).toEqual([
      ['Foobar models', 'Method'],
      ['Foobar accuracy', 'Metric'],
    ])
  })

  it('does not take a common word for a short form', async () => {
    const { mentions } = await entitiesOf('MAP is a metric. We map all of it; Mapping is not MAPs.', [
      ['MAP', 'Metric'],
    ])
    expect(mentions.map(({ surface }) => surface)).toEqual(['MAP', 'MAPs'])
  })

  it('does not look for forms inside of words', async () => {
    const { mentions } = await entitiesOf('We train BERT. RoBERTa, BERTology and X-BERT differ from BERT.', [
      ['BERT', 'Method'],
    ])
    expect(mentions.map(({ start }) => start)).toEqual([9, 57])
  })
})

describe.each(tiers.map((tier) => [tier.name] as const))('the tagger of tier %s', async (name) => {
  const { tagger } = await loadTier(name)

  it('finds what an abstract is about', async () => {
    const abstract =
      'We propose FooNet, a convolutional neural network for image classification. ' +
      'FooNet is evaluated on the ImageNet dataset and outperforms ResNet-50.'
    const [document] = await recogniseEntities([splitText({ title: null, abstract })], tagger)
    const found = document?.entities.map((entity) => `${entity.type} ${entity.name}`)
    expect(found).toEqual(
      expect.arrayContaining(['Method FooNet', 'Task image classification', 'Method ResNet-50']),
    )
    expect(found?.filter((entity) => /ImageNet/.test(entity))).toEqual([expect.stringMatching(/^Dataset/)])
  })

  it('gives mentions that are in the text, sorted and apart, for any text', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'LSTM',
        'the',
        'ImageNet',
        'F1',
        '(',
        ')',
        'model',
        '-',
        '.',
        'We',
        'graph',
        '😀',
        '\n',
        'CNNs',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    const anyText = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))
    await fc.assert(
      fc.asyncProperty(fc.option(anyText), anyText, async (title, abstract) => {
        const [document] = await recogniseEntities([splitText({ title, abstract })], tagger)
        const { text, mentions, entities } = document!
        let end = 0
        for (const mention of mentions) {
          expect(mentionSchema.safeParse(mention).success).toBe(true)
          expect(text.slice(mention.start, mention.end)).toBe(mention.surface)
          expect(mention.start).toBeGreaterThanOrEqual(end)
          end = mention.end
        }
        expect(entities.flatMap((entity) => entity.mentions)).toHaveLength(mentions.length)
        for (const { name: entityName, aliases, acronyms, mentions: own } of entities) {
          const forms = [entityName, ...aliases]
          expect(new Set(own.map(({ surface }) => surface))).toEqual(new Set(forms))
          expect(forms).toEqual(expect.arrayContaining(acronyms))
        }
      }),
      { seed: 3, numRuns: 150 },
    )
  })

  it('says the same of a document whatever it has read before', async () => {
    const documents = ['We train BERT on GLUE.', 'GPT-2 is a language model.', 'Nothing here.'].map(
      (abstract) => splitText({ title: null, abstract }),
    )
    const together = await recogniseEntities(documents, tagger)
    const backwards = await recogniseEntities([...documents].reverse(), tagger)
    expect(backwards.reverse()).toEqual(together)
  })
})

it('an unknown tagger is wrong use, and the known ones are named', async () => {
  await expect(loadTier('best')).rejects.toThrow(/unknown tagger "best"; use one of: accurate, fast/)
})
