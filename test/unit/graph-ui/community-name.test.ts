import { describe, expect, it } from 'vitest'
import { communityName } from '../../../graph-ui/api/graph/community-name.ts'
import { edgeBetween } from '../../../graph-ui/api/graph/view-parts.ts'
import type { ConceptType } from '../../../shared/schema.ts'

type Named = [name: string, type: ConceptType | 'Paper', papers: number]
type Linked = [source: string, relation: string, target: string, papers: number]

const nodes = (named: Named[]) =>
  named.map(([name, type, papers]) => ({ key: name, type, name, papers, year: null, lastYear: null }))
const edges = (linked: Linked[]) =>
  linked.map(([source, relation, target, behind]) => edgeBetween(source, relation, target, { behind }))

const vision: Named[] = [
  ['VGG', 'Method', 40],
  ['AlexNet', 'Method', 50],
  ['MNIST', 'Dataset', 60],
  ['dimensionality reduction', 'Task', 90],
  ['image classification', 'Task', 30],
  ['accuracy', 'Metric', 200],
]

describe('the name of a community', () => {
  it.each<[what: string, named: Named[], linked: Linked[], name: string]>([
    [
      'the task that its methods are used for, not the one that is strongest elsewhere',
      vision,
      [
        ['VGG', 'USED_FOR', 'image classification', 3],
        ['AlexNet', 'USED_FOR', 'image classification', 2],
        ['VGG', 'USED_FOR', 'dimensionality reduction', 9],
      ],
      'Image classification',
    ],
    [
      'the task of a dataset that members are evaluated on',
      vision,
      [
        ['MNIST', 'BENCHMARK_FOR', 'image classification', 1],
        ['VGG', 'EVALUATED_ON', 'MNIST', 4],
      ],
      'Image classification',
    ],
    [
      'of two tasks the one with more papers',
      vision,
      [
        ['VGG', 'USED_FOR', 'image classification', 3],
        ['AlexNet', 'USED_FOR', 'image classification', 2],
        ['VGG', 'USED_FOR', 'dimensionality reduction', 4],
        ['AlexNet', 'USED_FOR', 'dimensionality reduction', 4],
      ],
      'Dimensionality reduction',
    ],
    [
      'the two strongest concepts where a task has one member only',
      vision,
      [
        ['VGG', 'OUTPERFORMS', 'AlexNet', 7],
        ['VGG', 'USED_FOR', 'image classification', 3],
      ],
      'VGG and AlexNet',
    ],
    [
      'never a metric',
      vision,
      [
        ['MNIST', 'MEASURED_BY', 'accuracy', 30],
        ['AlexNet', 'EVALUATED_ON', 'MNIST', 3],
      ],
      'MNIST and AlexNet',
    ],
    [
      'as authors write it',
      [
        ['word2vec', 'Method', 2],
        ['GloVe', 'Method', 1],
      ],
      [],
      'word2vec and GloVe',
    ],
    [
      'one concept alone',
      [
        ['BERT', 'Method', 2],
        ['F1', 'Metric', 9],
      ],
      [],
      'BERT',
    ],
    ['a paper where there is nothing else', [['On nets', 'Paper', 0]], [], 'On nets'],
    ['nothing', [], [], ''],
  ])('is %s', (_, named, linked, name) => {
    const found = communityName(nodes(named), edges(linked))
    expect(found.name).toBe(name)
    expect(communityName(nodes(named).reverse(), edges(linked).reverse())).toEqual(found)
  })

  it('stands beside the strongest of the others', () => {
    const linked: Linked[] = [
      ['VGG', 'USED_FOR', 'image classification', 3],
      ['AlexNet', 'USED_FOR', 'image classification', 2],
    ]
    const { key, members } = communityName(nodes(vision), edges(linked))
    expect(key).toBe('image classification')
    expect(members).toEqual(['VGG', 'AlexNet', 'dimensionality reduction'])
  })
})
