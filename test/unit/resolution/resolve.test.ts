import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOverrides } from '../../../ingest/resolution/overrides.ts'
import { resolvable } from '../../../ingest/resolution/resolvable-entity.ts'
import { resolve } from '../../../ingest/resolution/resolve.ts'
import type { ConceptType } from '../../../shared/schema.ts'

/** "Method Low-Rank Adaptation (LoRA)": an entity that its paper spells out. */
function entity(text: string) {
  const [, type, name, acronym] = /^(\w+) (.*?)(?: \((.*)\))?$/.exec(text)!
  return resolvable({
    type: type as ConceptType,
    name: name!,
    aliases: [],
    acronyms: acronym ? [acronym] : [],
  })
}

/** The concepts of the entities of papers, one paper an entry. */
function concepts(papers: string[], overrides = '{}'): Record<string, string> {
  const entities = papers.map((paper) => paper.split('; ').map(entity))
  const { conceptOf } = resolve(entities, parseOverrides(overrides, 'test'))
  const texts = papers.flatMap((paper) => paper.split('; '))
  return Object.fromEntries(texts.map((text) => [text, conceptOf(entity(text))]))
}

const lora = 'Method Low-Rank Adaptation (LoRA)'
const other = 'Method Long Range Attention (LoRA)'

describe('resolve', () => {
  const cases: [string, string[], Record<string, string>][] = [
    [
      'a bare short form goes to its expansion',
      [lora, 'Method LoRA'],
      { 'Method LoRA': 'Method:lowrankadaptation' },
    ],
    [
      'two expansions that share a short form stay apart',
      [lora, other],
      { [lora]: 'Method:lowrankadaptation', [other]: 'Method:longrangeattention' },
    ],
    [
      'a bare short form of two equal expansions stays on its own',
      [lora, other, 'Method LoRA'],
      { 'Method LoRA': 'Method:lora' },
    ],
    [
      'a bare short form goes to the dominant expansion',
      [lora, lora, other, 'Method LoRA'],
      { 'Method LoRA': 'Method:lowrankadaptation' },
    ],
    [
      'wordings of one expansion count together',
      ['Method Low-rank adaption (LoRA)', lora, lora, other, 'Method LoRA'],
      {
        'Method Low-rank adaption (LoRA)': 'Method:lowrankadaptation',
        'Method LoRA': 'Method:lowrankadaptation',
      },
    ],
    [
      'a longer wording is a wording',
      ['Method Low-Rank Adaptation of Large Language Models (LoRA)', lora, lora],
      { 'Method Low-Rank Adaptation of Large Language Models (LoRA)': 'Method:lowrankadaptation' },
    ],
    [
      'what another thing is made of is no wording of it',
      [
        'Method Gaussian process bandits (GP)',
        'Method Gaussian process (GP)',
        'Method Gaussian process (GP)',
      ],
      { 'Method Gaussian process bandits (GP)': 'Method:gaussianprocessbandit' },
    ],
    [
      'what holds the short form does not spell it out',
      ['Method VAE-based generative model (VAE)', 'Method VAE'],
      { 'Method VAE': 'Method:vae' },
    ],
    [
      'recurrent and recursive are not wordings of one thing',
      ['Method recurrent neural network (RNN)', 'Method recursive neural network (RNN)'],
      {
        'Method recurrent neural network (RNN)': 'Method:recurrentneuralnetwork',
        'Method recursive neural network (RNN)': 'Method:recursiveneuralnetwork',
      },
    ],
    [
      'wordings without a common short form stay apart',
      ['Method low-rank adaptation', 'Method low-rank adaption'],
      { 'Method low-rank adaption': 'Method:lowrankadaption' },
    ],
    ['a short form of another type stays', [lora, 'Dataset LoRA'], { 'Dataset LoRA': 'Dataset:lora' }],
    [
      'two letters need two papers',
      ['Method active sampling (AS)', 'Method AS'],
      { 'Method AS': 'Method:as' },
    ],
    [
      'two letters and two papers',
      ['Method active sampling (AS)', 'Method active sampling (AS)', 'Method AS'],
      { 'Method AS': 'Method:activesampling' },
    ],
    [
      'a type that one in four papers has is a slip',
      ['Method BERT', 'Method BERT', 'Method BERT', 'Dataset BERT'],
      { 'Dataset BERT': 'Method:bert' },
    ],
    [
      'what says which kind of thing it is keeps its type',
      ['Method CLIP', 'Method CLIP', 'Method CLIP', 'Metric CLIP score'],
      { 'Metric CLIP score': 'Metric:clip' },
    ],
    [
      'one paper does not say what a hundred mean',
      ['Method Contrastive Lyrics Pairing (CLIP)', ...Array.from({ length: 100 }, () => 'Method CLIP')],
      { 'Method CLIP': 'Method:clip' },
    ],
    [
      'a type that one in three papers has is not',
      ['Method adaptation', 'Method adaptation', 'Task adaptation'],
      { 'Task adaptation': 'Task:adaptation', 'Method adaptation': 'Method:adaptation' },
    ],
    [
      'a slip of the type finds its expansion too',
      [lora, 'Method LoRA', 'Method LoRA', 'Method LoRA', 'Dataset LoRA'],
      { 'Dataset LoRA': 'Method:lowrankadaptation' },
    ],
    [
      'two forms that expand each other are one',
      ['Method GraphNet (GN)', 'Method GraphNet (GN)', 'Method GN (GraphNet)', 'Method GN (GraphNet)'],
      { 'Method GraphNet (GN)': 'Method:gn', 'Method GN (GraphNet)': 'Method:gn' },
    ],
  ]
  it.each(cases)('%s', (_, papers, expected) => {
    expect(concepts(papers)).toMatchObject(expected)
  })

  it('does not depend on the order of the papers', () => {
    const forms = cases.flatMap(([, papers]) => papers.flatMap((paper) => paper.split('; ')))
    const paper = fc
      .subarray([...new Set(forms)], { minLength: 1, maxLength: 4 })
      .map((some) => some.join('; '))
    const shuffled = fc
      .array(paper, { maxLength: 20 })
      .chain((papers) =>
        fc.tuple(fc.constant(papers), fc.shuffledSubarray(papers, { minLength: papers.length })),
      )
    fc.assert(
      fc.property(shuffled, ([papers, order]) => {
        expect(concepts(order)).toEqual(concepts(papers))
        const merges = [papers, order].map(
          (some) => resolve(some.map((one) => one.split('; ').map(entity))).merges,
        )
        expect([...merges[0]!]).toEqual([...merges[1]!])
      }),
      { numRuns: 300, seed: 20260721 },
    )
  })

  it('gives a reason for each merge', () => {
    const papers = [
      lora,
      lora,
      'Method Low-rank adaption (LoRA)',
      'Method LoRA; Task LoRA',
      'Method LoRA',
      'Method LoRA',
    ]
    const { merges } = resolve(papers.map((paper) => paper.split('; ').map(entity)))
    expect(Object.fromEntries([...merges].map(([id, { to, reason }]) => [id, `${to}: ${reason}`]))).toEqual({
      'Method:lora': 'Method:lowrankadaptation: 3 of 3 papers that spell it out mean "Low-Rank Adaptation"',
      'Method:lowrankadaption':
        'Method:lowrankadaptation: a wording of "Low-Rank Adaptation"; papers call both "lora"',
      'Task:lora': 'Method:lora: 3 of 4 papers use it as Method',
    })
  })
})

describe('overrides', () => {
  const cases: [string, string[], string, Record<string, string>][] = [
    [
      'merge',
      ['Method GPT-2; Method GPT-3'],
      '{"merge":[["Method:GPT-2","Method:GPT 3"]]}',
      { 'Method GPT-3': 'Method:gpt2' },
    ],
    ['split', [lora, 'Method LoRA'], '{"split":["Method:LoRA"]}', { 'Method LoRA': 'Method:lora' }],
    [
      'retype',
      ['Method SQuAD'],
      '{"retype":{"Method:SQuAD":"Dataset"}}',
      { 'Method SQuAD': 'Dataset:squad' },
    ],
    [
      'retype wins over the majority',
      ['Method A1', 'Method A1', 'Method A1', 'Dataset A1'],
      '{"retype":{"Dataset:A1":"Dataset"}}',
      { 'Dataset A1': 'Dataset:a1' },
    ],
    [
      'merge of what is bound already',
      [lora, 'Method LoRA'],
      '{"merge":[["Method:LoRA","Method:Low-Rank Adaptation"]]}',
      { 'Method LoRA': 'Method:lora', [lora]: 'Method:lora' },
    ],
  ]
  it.each(cases)('%s', (_, papers, overrides, expected) => {
    expect(concepts(papers, overrides)).toMatchObject(expected)
  })

  it('rename', () => {
    const overrides = parseOverrides('{"rename":{"Method:LoRA":"LoRA (Hu et al.)"}}', 'test')
    const { names } = resolve([[entity(lora)], [entity('Method LoRA')]], overrides)
    expect([...names]).toEqual([['Method:lowrankadaptation', 'LoRA (Hu et al.)']])
  })

  const broken: [string, string][] = [
    ['not JSON', '{'],
    ['a form without a type', '{"split":["LoRA"]}'],
    ['an unknown type', '{"retype":{"Method:LoRA":"Model"}}'],
    ['an unknown operation', '{"delete":["Method:LoRA"]}'],
    ['one form in two concepts', '{"merge":[["Method:A","Method:B"],["Method:C","Method:B"]]}'],
  ]
  it.each(broken)('refuses %s', (_, json) => {
    expect(() => parseOverrides(json, 'overrides.json')).toThrow(/^overrides\.json/)
  })
})

describe('resolvable', () => {
  it.each<[ConceptType, string, string[], string]>([
    ['Method', 'Transformer architecture', ['Transformer'], 'transformer'],
    ['Method', 'deep dropout', ['dropout'], 'deepdropout'],
    ['Task', 'real-world image denoising', ['image denoising'], 'imagedenoising'],
    ['Dataset', 'CIFAR', ['CIFAR-100'], 'cifar100'],
    ['Dataset', 'CIFAR', ['CIFAR-10', 'CIFAR-100'], 'cifar'],
    ['Method', 'GPT-2', ['GPT'], 'gpt2'],
  ])('%s "%s", also %s: %s', (type, name, aliases, key) => {
    expect(resolvable({ type, name, aliases, acronyms: [] }).key).toBe(key)
  })
})
