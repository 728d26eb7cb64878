/** SciER's documents (Zhang et al., EMNLP 2024): token lists with spans that count from the document's start. */
import type { ConceptType, Predicate, Span } from '../../shared/schema.ts'
import type { ExtractedDocument, TextDocument } from '../documents.ts'
import { sentencesOf } from '../text/index.ts'

/** First token, last token, type. */
export type ScierEntity = [number, number, string]
/** First and last token of head and tail, label. */
export type ScierRelation = [number, number, number, number, string]

export interface ScierRecord {
  doc_id: string
  sentences: string[][]
  /** One list for each sentence; missing where the file holds no annotation. */
  ner?: ScierEntity[][]
  relations?: ScierRelation[][]
}

export interface ScierPredictions {
  predicted_ner: ScierEntity[][]
  predicted_relations: ScierRelation[][]
}

/** Predicates in SciER's terms; what it has no label for is left out. */
const labels: Partial<Record<Predicate, string>> = {
  USED_FOR: 'Used-For',
  PART_OF: 'Part-Of',
  SUBCLASS_OF: 'SubClass-Of',
  SUBTASK_OF: 'SubTask-Of',
  TRAINED_ON: 'Trained-With',
  EVALUATED_ON: 'Evaluated-With',
  BENCHMARK_FOR: 'Benchmark-For',
  COMPARED_WITH: 'Compare-With',
  OUTPERFORMS: 'Compare-With',
}
const types: readonly ConceptType[] = ['Method', 'Dataset', 'Task']

/** The record as a document: its tokens joined by spaces, its sentences as they are. */
export function documentOf(record: ScierRecord): TextDocument {
  const text = record.sentences.flat().join(' ')
  const spans: Span[] = []
  let start = 0
  for (const sentence of record.sentences) {
    const end = start + sentence.join(' ').length
    spans.push({ start, end })
    start = end + 1
  }
  return { text, abstractStart: 0, sentences: sentencesOf(text, spans) }
}

/** An extraction in the layout of the record. A span that ends inside of a token is widened to it. */
export function predictionsOf(record: ScierRecord, document: ExtractedDocument): ScierPredictions {
  const tokens = record.sentences.flat()
  const tokenAt = new Int32Array(document.text.length + 1)
  let position = 0
  tokens.forEach((token, index) => {
    tokenAt.fill(index, position, position + token.length + 1)
    position += token.length + 1
  })
  const sentenceAt = record.sentences.flatMap((sentence, index) => sentence.map(() => index))
  const range = ({ start, end }: Span): [number, number] => [tokenAt[start]!, tokenAt[end - 1]!]
  const entities = new Map<string, ScierEntity>()
  const relations = new Map<string, ScierRelation>()
  for (const entity of document.entities) {
    if (!types.includes(entity.type)) continue
    for (const mention of entity.mentions) {
      const [first, last] = range(mention)
      entities.set(`${first} ${last}`, [first, last, entity.type])
    }
  }
  const relate = (head: Span, tail: Span, label: string) => {
    const [a, b] = [range(head), range(tail)]
    const known = entities.has(a.join(' ')) && entities.has(b.join(' '))
    if (!known || a[0] === b[0] || sentenceAt[a[0]] !== sentenceAt[b[0]]) return
    relations.set([...a, ...b].join(' '), [...a, ...b, label])
  }
  for (const { subject, object, predicate, negated } of document.claims) {
    const label = labels[predicate]
    if (label && !negated && !subject.implicit && !object.implicit) relate(subject, object, label)
  }
  for (const { acronyms, mentions } of document.entities) {
    for (const [index, mention] of mentions.entries()) {
      const before = mentions[index - 1]
      const defined = acronyms.includes(mention.surface) && before && !acronyms.includes(before.surface)
      if (defined && /^\s*[([]\s*$/.test(document.text.slice(before.end, mention.start))) {
        relate(mention, before, 'Synonym-Of')
      }
    }
  }
  const inSentence = <T extends ScierEntity | ScierRelation>(items: Iterable<T>): T[][] => {
    const lists = record.sentences.map((): T[] => [])
    for (const item of items) lists[sentenceAt[item[0]]!]!.push(item)
    return lists.map((list) => list.sort((a, b) => a[0] - b[0] || Number(a[2]) - Number(b[2])))
  }
  return {
    predicted_ner: inSentence(entities.values()),
    predicted_relations: inSentence(relations.values()),
  }
}
