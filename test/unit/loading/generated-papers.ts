/** Records and extractions made up for properties: few values, so that everything meets everything. */
import fc from 'fast-check'
import {
  type Claim,
  type ConceptType,
  type Entity,
  type Extraction,
  type Paper,
  type PaperRecord,
  type Predicate,
  paperText,
  type Span,
} from '../../../shared/schema.ts'

const names = [
  'Low-Rank Adaptation (LoRA)',
  'Low-rank adaption (LoRA)',
  'Long Range Attention (LoRA)',
  'LoRA',
  'BERT',
  'GPT-2',
  'GPT-3',
  'generative adversarial networks (GANs)',
  'GAN',
  'ImageNet',
  'image classification',
  'accuracy',
]
const joints = ['is compared with', 'outperforms', 'does not beat', 'is trained on', '– 😀 – is used for']

/** A sentence "A joint B." with A and B among {@link names}. */
const sentence = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...joints), fc.constantFrom(...names))
  .map(([a, joint, b]) => `${a} ${joint} ${b}.`)
const abstract = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '))
const identifier = fc.constantFrom('doi:10.1/a', 'doi:10.1/b', 'arxiv:2001.00001', 'acl:P19-1001', 'pmid:7')

const record: fc.Arbitrary<PaperRecord> = fc.record({
  givenId: fc.option(fc.constantFrom('one', 'two')),
  title: fc.option(fc.constantFrom('On LoRA', 'On  LoRA!', 'A Study of BERT', 'GAN'), { freq: 6 }),
  abstract: fc.option(
    fc.oneof(abstract, fc.constantFrom('BERT outperforms GAN.', 'LoRA is trained on ImageNet.')),
    { freq: 3 },
  ),
  year: fc.option(fc.constantFrom(2019, 2020)),
  venue: fc.option(fc.constantFrom('Venue A', 'Venue B')),
  authors: fc.subarray(['Lovelace, Ada', 'Ada Lovelace', 'Alan Turing'], { maxLength: 2 }),
  url: fc.option(fc.constantFrom('https://example.org/1', 'https://example.org/2')),
  identifiers: fc.uniqueArray(identifier, { maxLength: 2 }).map((ids) => ids.sort()),
  references: fc.uniqueArray(identifier, { maxLength: 2 }).map((ids) => ids.sort()),
  source: fc.record({
    file: fc.constantFrom('a.jsonl', 'data/a.jsonl', 'odd: b.bib'),
    place: fc.integer({ min: 1, max: 12 }).map((line) => `line ${line}`),
  }),
})

/** Records of which no two are at one place of one file, as readers give them, but for the same record twice. */
export const records = fc.uniqueArray(record, {
  minLength: 1,
  maxLength: 12,
  selector: ({ source }) => `${source.file} ${source.place}`,
})

/** An extraction that depends on the text alone, finding the made-up names in it. */
function extraction(paper: { title: string | null; abstract: string | null }): Extraction {
  const text = paperText(paper)
  const entities = new Map<string, Entity>()
  const claims: Claim[] = []
  for (const found of text.matchAll(/[^.\n]+[.\n]?/g)) {
    const span = { start: found.index, end: found.index + found[0].length }
    const here = mentionsIn(text, span)
    for (const { form, acronym, at } of here) {
      const entity = entities.get(form) ?? newEntity(form, acronym, text.length)
      entities.set(form, entity)
      entity.mentions.push({ ...at, surface: form, type: entity.type, confidence: 0.5 })
      if (!entity.sentences.some(({ start }) => start === span.start)) entity.sentences.push(span)
    }
    const [subject, object] = here
    const joint = joints.find((words) => found[0].includes(words))
    if (subject && object && joint) claims.push(newClaim(subject, object, joint, text, span))
  }
  return { entities: [...entities.values()], relations: [], claims }
}

export async function extractAll(papers: Paper[]): Promise<Extraction[]> {
  return papers.map(extraction)
}

interface Found {
  form: string
  acronym: string | null
  at: Span
}

function mentionsIn(text: string, { start, end }: Span): Found[] {
  const found: Found[] = []
  for (let at = start; at < end; ) {
    const name = [...names].sort((a, b) => b.length - a.length).find((one) => text.startsWith(one, at))
    if (name && at + name.length <= end) {
      const [, form, acronym] = /^(.*?)(?: \((.*)\))?$/.exec(name)!
      found.push({ form: form!, acronym: acronym ?? null, at: { start: at, end: at + form!.length } })
      at += name.length
    } else at++
  }
  return found
}

function newEntity(form: string, acronym: string | null, length: number): Entity {
  const intent = (['introduces', 'uses', 'compares', 'background'] as const)[length % 4]!
  return {
    name: form,
    type: typeOf(form, length),
    role: 'used',
    intent,
    aliases: acronym ? [acronym] : [],
    acronyms: acronym ? [acronym] : [],
    mentions: [],
    sentences: [],
    marker: length % 3 === 0 ? '[1]' : null,
    confidence: 0.25 + (length % 3) / 4,
  }
}

/** Papers do not agree on what BERT and GAN are. */
function typeOf(form: string, length: number): ConceptType {
  if (form === 'ImageNet') return 'Dataset'
  if (form === 'image classification') return 'Task'
  if (form === 'accuracy') return 'Metric'
  return (form === 'BERT' || form === 'GAN') && length % 5 === 0 ? 'Dataset' : 'Method'
}

const predicateOf: Record<string, Predicate> = {
  'is compared with': 'COMPARED_WITH',
  outperforms: 'OUTPERFORMS',
  'does not beat': 'OUTPERFORMS',
  'is trained on': 'TRAINED_ON',
  '– 😀 – is used for': 'USED_FOR',
}

function newClaim(subject: Found, object: Found, joint: string, text: string, sentence: Span): Claim {
  const cue = text.indexOf(joint, sentence.start)
  return {
    predicate: predicateOf[joint]!,
    subject: { ...subject.at, entity: subject.form, implicit: false },
    object: { ...object.at, entity: object.form, implicit: false },
    dataset: null,
    task: null,
    metric: null,
    value: text.length % 2 === 0 ? 2.5 : null,
    unit: null,
    valueKind: text.length % 2 === 0 ? 'difference' : null,
    negated: joint === 'does not beat',
    hedged: false,
    sentence,
    cue: { start: cue, end: cue + joint.length },
    confidence: 0.3 + (text.length % 7) / 10,
    rule: 'made-up',
  }
}
