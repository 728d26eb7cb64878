import { describe, expect, it } from 'vitest'
import { joinCoreferent, loadCoreference } from '../../../ingest/coreference/index.ts'
import type { EntityDocument, RecognisedEntity } from '../../../ingest/documents.ts'
import { shippedModels } from '../../../ingest/model-files.ts'
import { splitText } from '../../../ingest/text/index.ts'
import type { ConceptType } from '../../../shared/schema.ts'

const model = loadCoreference(shippedModels)

/** A document whose entities are the given names, wherever they stand. */
function documentOf(
  title: string,
  abstract: string,
  names: string[],
  type: ConceptType = 'Method',
  acronyms: Record<string, string[]> = {},
): EntityDocument {
  const document = splitText({ title, abstract })
  const entities = names.map((name): RecognisedEntity => {
    const mentions = [...document.text.matchAll(new RegExp(`(?<![\\w-])${name}\\b`, 'g'))].map(
      ({ index }) => {
        return { start: index, end: index + name.length, surface: name, type, confidence: 0.5 + index / 1000 }
      },
    )
    return { name, type, aliases: [], acronyms: acronyms[name] ?? [], mentions, confidence: 0.7 }
  })
  return { ...document, mentions: entities.flatMap(({ mentions }) => mentions), entities }
}

const shortened = documentOf(
  'A federated pruning method',
  'We propose Federated Dynamic Pruning. Federated pruning removes weights on each device, unlike SNIP.',
  ['Federated Dynamic Pruning', 'Federated pruning', 'SNIP'],
)

describe('coreference', () => {
  it('joins a name with a shorter one, and leaves others apart', () => {
    const { entities, mentions } = joinCoreferent(shortened, model)
    expect(entities.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Federated Dynamic Pruning', ['Federated pruning']],
      ['SNIP', []],
    ])
    expect(entities[0]!.mentions.map(({ start }) => start)).toEqual(
      entities[0]!.mentions.map(({ start }) => start).sort((a, b) => a - b),
    )
    expect(mentions).toEqual(shortened.mentions)
  })

  it('leaves sizes, and what is of another type, apart', () => {
    const sizes = documentOf(
      'Deeper residual networks',
      'We compare ResNet-20 with ResNet-110 on small images. ResNet-110 is better than ResNet-20.',
      ['ResNet-20', 'ResNet-110'],
    )
    expect(joinCoreferent(sizes, model)).toBe(sizes)
    const [long, ...others] = shortened.entities
    const mixed = { ...shortened, entities: [{ ...long!, type: 'Task' as const }, ...others] }
    expect(joinCoreferent(mixed, model)).toBe(mixed)
  })

  it('leaves a name made from another apart, however likely the model finds them', () => {
    const made = documentOf(
      'Mip-NeRF: cones instead of rays',
      'We propose Mip-NeRF, which renders NeRF at several scales. Mip-NeRF is faster than NeRF.',
      ['Mip-NeRF', 'NeRF'],
    )
    expect(joinCoreferent(made, { ...model, thresholds: [0] })).toBe(made)
  })

  it('keeps the name that the text defines a short form for, and gives no other name that short form', () => {
    const defined = documentOf(
      'Temporal attentive alignment for video domain adaptation',
      'We propose the Temporal Attentive Adversarial Adaptation Network (TA3N). ' +
        'The Temporal Attentive Adversarial Adaptation Network attends to the temporal dynamics.',
      ['Temporal attentive alignment', 'Temporal Attentive Adversarial Adaptation Network'],
      'Method',
      { 'Temporal Attentive Adversarial Adaptation Network': ['TA3N'] },
    )
    const forced = { ...model, thresholds: [0] }
    expect(joinCoreferent(defined, forced).entities).toMatchObject([
      {
        name: 'Temporal Attentive Adversarial Adaptation Network',
        aliases: ['Temporal attentive alignment'],
        acronyms: ['TA3N'],
      },
    ])
  })

  it('takes three as one only where all of them are likely the same, on average', () => {
    const three = documentOf(
      'Video token reduction with diffusion models',
      'Text-to-image diffusion models and video diffusion models are slow. Diffusion models need many steps.',
      ['diffusion models', 'Text-to-image diffusion models', 'video diffusion models'],
    )
    const { entities } = joinCoreferent(three, model)
    const names = (group: RecognisedEntity) => [group.name, ...group.aliases]
    expect(
      entities.some(
        (one) =>
          names(one).includes('Text-to-image diffusion models') &&
          names(one).includes('video diffusion models'),
      ),
    ).toBe(false)
  })
})
