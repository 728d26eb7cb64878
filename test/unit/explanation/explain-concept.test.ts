import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../ingest/explanation/choose-concept.ts'
import { explainForm } from '../../../ingest/explanation/explain-concept.ts'
import type { StoredConcept, Use } from '../../../ingest/explanation/read-concept.ts'

const concept: StoredConcept = {
  id: 'Method:lowrankadaptation',
  name: 'LoRA',
  type: 'Method',
  aliases: ['Low-Rank Adaptation', 'LORA', 'LoRA adapters', 'Lo-RA', 'rank tuning'],
  papers: 4,
  formerIds: ['Method:lora', 'Method:ranktuning'],
  formerReasons: [
    '2 of 2 papers that spell it out mean "Low-Rank Adaptation"',
    'merged by the override file',
  ],
  decisions: [],
}

/** "Low-Rank Adaptation (LoRA), LORA": an entity of a paper, with a short form that it defines and further forms. */
function use(paper: string, text: string, ...sentences: string[]): Use {
  const [, name, acronym, more] = /^(.*?)(?: \((.*?)\))?(?:, (.*))?$/.exec(text)!
  const acronyms = acronym ? [acronym] : []
  const entity = {
    name: name!,
    type: 'Method' as const,
    aliases: [...acronyms, ...(more?.split(', ') ?? [])],
    acronyms,
    intent: 'uses' as const,
    mentions: [],
    sentences: [],
    marker: null,
    confidence: 1,
    concept: concept.id,
  }
  return { paper, title: `On ${paper}`, entity, sentences }
}

const uses = [
  use('a', 'Low-Rank Adaptation (LoRA)', 'LoRA wins.', 'We tune Low-Rank Adaptation (LoRA).'),
  use('b', 'Low-Rank Adaptation (LoRA), LORA', 'Low-Rank Adaptation (LoRA) is small.'),
  use('c', 'LoRA adapters, LoRA', 'LoRA adapters help.'),
  use('d', 'rank tuning', 'We like rank tuning.'),
  use('e', 'Lo-RA', 'Lo-RA is odd.'),
]

describe('explainForm', () => {
  it.each<[string, string[]]>([
    [
      'LoRA',
      [
        'the name: the form that most papers use',
        '2 papers define it as short for "Low-Rank Adaptation"',
        '2 of 2 papers that spell it out mean "Low-Rank Adaptation"',
      ],
    ],
    ['Low-Rank Adaptation', ['2 papers spell out "LoRA" so']],
    ['LORA', ['differs in case only from "LoRA"']],
    ['LoRA adapters', ['2 of 2 papers that spell it out mean "Low-Rank Adaptation"']],
    [
      'Lo-RA',
      [
        'differs in hyphens and spaces only from "LoRA"',
        '2 of 2 papers that spell it out mean "Low-Rank Adaptation"',
      ],
    ],
    ['rank tuning', ['merged by the override file']],
  ])('%s', (form, reasons) => {
    expect(explainForm(form, concept, uses).reasons).toEqual(reasons)
  })

  it('shows at most two sentences, those that hold both forms first', () => {
    const { papers, evidence } = explainForm('LoRA', concept, uses)
    expect(papers).toBe(3)
    expect(evidence).toEqual([
      { paper: 'a', title: 'On a', sentence: 'We tune Low-Rank Adaptation (LoRA).' },
      { paper: 'b', title: 'On b', sentence: 'Low-Rank Adaptation (LoRA) is small.' },
    ])
  })

  it('says that the override file gave the name', () => {
    const named = { ...concept, decisions: ['named by the override file'] }
    expect(explainForm('LoRA', named, uses).reasons[0]).toBe('named by the override file')
  })
})

describe('editDistance', () => {
  it.each([
    ['bert', 'bret', 2, 2],
    ['lora', 'lorra', 1, 1],
    ['bert', 'bert', 1, 0],
    ['bert', 'transformer', 2, 3],
    ['kitten', 'sitting', 2, 3],
  ])('%s, %s, at most %i: %i', (a, b, most, distance) => {
    expect(editDistance(a, b, most)).toBe(distance)
  })
})
