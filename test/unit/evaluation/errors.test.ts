import { expect, it } from 'vitest'
import { abstractErrors } from '../../../ingest/evaluation/abstract-errors.ts'
import { type ExtractionError, summariseErrors } from '../../../ingest/evaluation/errors.ts'
import { scierErrors } from '../../../ingest/evaluation/scier-errors.ts'
import type { ScoredAbstract } from '../../../ingest/evaluation/score-abstracts.ts'
import type { ConceptType, Relation, Role } from '../../../shared/schema.ts'

type Named = [name: string, type?: ConceptType, role?: Role, ...aliases: string[]]

function abstract(entities: Named[], relations: Relation[] = []): ScoredAbstract {
  return {
    id: 'a',
    entities: entities.map(([name, type = 'Method', role = 'used', ...aliases]) => ({
      ...{ name, type, role, aliases },
    })),
    relations,
  }
}

const told = (errors: ExtractionError[]) =>
  errors.map(({ part, category, annotated, extracted }) => [`${part}: ${category}`, annotated, extracted])

it.each<[string, Named[], Named[], [string, string | null, string | null][]]>([
  ['nothing', [['LoRA']], [['LoRA']], []],
  ['a miss', [['LoRA']], [], [['entities: missed', '"LoRA" (Method, used)', null]]],
  ['an invention', [], [['LoRA']], [['entities: spurious', null, '"LoRA" (Method, used)']]],
  [
    'a type',
    [['ImageNet', 'Dataset']],
    [['ImageNet']],
    [['entities: wrong type', '"ImageNet" (Dataset, used)', '"ImageNet" (Method, used)']],
  ],
  [
    'a boundary',
    [['deep graph network']],
    [['graph networks']],
    [['entities: wrong boundary', '"deep graph network" (Method, used)', '"graph networks" (Method, used)']],
  ],
  [
    'two in one',
    [['LoRA'], ['QLoRA']],
    [['LoRA', 'Method', 'used', 'QLoRA']],
    [
      [
        'entities: wrong grouping: two annotated entities in one',
        '"QLoRA" (Method, used)',
        '"LoRA" (Method, used)',
      ],
    ],
  ],
  [
    'one in two',
    [['low-rank adaptation', 'Method', 'used', 'LoRA']],
    [['low-rank adaptation'], ['LoRA']],
    [
      [
        'entities: wrong grouping: one annotated entity in two',
        '"low-rank adaptation" (Method, used)',
        '"LoRA" (Method, used)',
      ],
    ],
  ],
  [
    'a role',
    [['LoRA', 'Method', 'introduced']],
    [['LoRA']],
    [['roles: introduced, read as used', '"LoRA" (Method, introduced)', '"LoRA" (Method, used)']],
  ],
])('entities: %s', (_, gold, predicted, expected) => {
  expect(told(abstractErrors(abstract(gold), abstract(predicted)))).toEqual(expected)
})

const names: Named[] = [['A'], ['B'], ['C']]
it.each<[string, Named[], Relation[], Relation[], [string, string | null, string | null][]]>([
  ['nothing', names, [['A', 'BASED_ON', 'B']], [['A', 'BASED_ON', 'B']], []],
  [
    'an end was missed',
    [['A'], ['C']],
    [['A', 'BASED_ON', 'B']],
    [],
    [['relations: missed, because an end was missed', 'A BASED_ON B', null]],
  ],
  [
    'missed',
    names,
    [['A', 'BASED_ON', 'B']],
    [],
    [['relations: missed, though both ends were found', 'A BASED_ON B', null]],
  ],
  [
    'the label',
    names,
    [['A', 'BASED_ON', 'B']],
    [['A', 'USED_FOR', 'B']],
    [['relations: wrong label', 'A BASED_ON B', 'A USED_FOR B']],
  ],
  [
    'the direction',
    names,
    [['A', 'OUTPERFORMS', 'B']],
    [['B', 'OUTPERFORMS', 'A']],
    [['relations: wrong direction', 'A OUTPERFORMS B', 'B OUTPERFORMS A']],
  ],
  [
    'invented between annotated ends',
    names,
    [],
    [['A', 'PART_OF', 'C']],
    [['relations: spurious, between annotated ends', null, 'A PART_OF C']],
  ],
  [
    'invented with an end that is none',
    [...names, ['X']],
    [],
    [['A', 'PART_OF', 'X']],
    [['relations: spurious, with an end that is none', null, 'A PART_OF X']],
  ],
])('relations: %s', (_, found, gold, predicted, expected) => {
  const errors = abstractErrors(abstract(names, gold), abstract(found, predicted))
  expect(told(errors.filter(({ part }) => part === 'relations'))).toEqual(expected)
})

it('tells spans and relations of SciER apart by their tokens', () => {
  const sentences = [['Deep', 'nets', 'parse', 'PTB', 'and', 'WSJ', 'for', 'tagging', '.']]
  const errors = scierErrors(
    {
      ...{ doc_id: 'a', sentences },
      ner: [
        [
          [0, 1, 'Method'],
          [3, 3, 'Dataset'],
          [5, 5, 'Dataset'],
          [7, 7, 'Task'],
        ],
      ],
      relations: [
        [
          [0, 1, 7, 7, 'Used-For'],
          [3, 3, 7, 7, 'Benchmark-For'],
        ],
      ],
    },
    {
      predicted_ner: [
        [
          [1, 1, 'Method'],
          [3, 3, 'Method'],
          [5, 5, 'Dataset'],
          [7, 7, 'Task'],
          [2, 2, 'Task'],
        ],
      ],
      predicted_relations: [
        [
          [7, 7, 3, 3, 'Benchmark-For'],
          [2, 2, 7, 7, 'SubTask-Of'],
        ],
      ],
    },
  )
  expect(told(errors)).toEqual([
    ['entities: wrong type', '"PTB" (Dataset)', '"PTB" (Method)'],
    ['entities: wrong boundary', '"Deep nets" (Method)', '"nets" (Method)'],
    ['entities: spurious', null, '"parse" (Task)'],
    ['relations: missed, because an end was missed', 'Deep nets Used-For tagging', null],
    ['relations: wrong direction', 'PTB Benchmark-For tagging', 'tagging Benchmark-For PTB'],
    ['relations: spurious, with an end that is none', null, 'parse SubTask-Of tagging'],
  ])
})

it('sums up by category, the most frequent forms first, with examples from all over', () => {
  const documents = ['a', 'b', 'c', 'd', 'e', 'f']
  const errors = documents.map((document, index): ExtractionError => {
    const form = index % 3 === 0 ? 'gan [Method]' : `${document} [Task]`
    return { part: 'entities', category: 'missed', document, form, annotated: document, extracted: null }
  })
  const role = { ...errors[0]!, part: 'roles' as const, category: 'used, read as compared' }
  expect(summariseErrors([role, ...errors], 2)).toEqual([
    {
      part: 'entities',
      category: 'missed',
      count: 6,
      forms: [
        { form: 'gan [Method]', count: 2 },
        { form: 'b [Task]', count: 1 },
      ],
      examples: ['a', 'd'].map((document) => ({ document, annotated: document, extracted: null })),
    },
    expect.objectContaining({ part: 'roles', count: 1 }),
  ])
})
