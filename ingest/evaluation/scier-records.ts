/** SciER's documents (Zhang et al., EMNLP 2024): token lists with spans that count from the document's start. */
import type { ConceptType, Mention, Span } from '../../shared/schema.ts'
import type { EntityDocument, TextDocument } from '../documents.ts'
import { findAcronyms } from '../entities/acronyms.ts'
import { groupMentions } from '../entities/grouping.ts'
import type { MentionDocument, MentionRelation } from '../relations/mention-pairs/mention-relation.ts'
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

/**
 * What was read of a record, in its own layout. A span that ends inside of a token is widened to it.
 * @param document with the mentions that were found
 */
export function predictionsOf(
  record: ScierRecord,
  { text, mentions }: MentionDocument,
  relations: MentionRelation[],
): ScierPredictions {
  const tokens = record.sentences.flat()
  const tokenAt = new Int32Array(text.length + 1)
  let position = 0
  tokens.forEach((token, index) => {
    tokenAt.fill(index, position, position + token.length + 1)
    position += token.length + 1
  })
  const sentenceAt = record.sentences.flatMap((sentence, index) => sentence.map(() => index))
  const ranges = mentions.map(({ start, end }): [number, number] => [tokenAt[start]!, tokenAt[end - 1]!])
  const entities = new Map<string, ScierEntity>()
  mentions.forEach(({ type }, index) => {
    const range = ranges[index]!
    if (types.includes(type)) entities.set(range.join(' '), [...range, type])
  })
  const related = new Map<string, ScierRelation>()
  for (const { head, tail, label } of relations) {
    const [a, b] = [ranges[head]!, ranges[tail]!]
    const isKnown = entities.has(a.join(' ')) && entities.has(b.join(' '))
    if (!isKnown || a[0] === b[0] || sentenceAt[a[0]] !== sentenceAt[b[0]]) continue
    related.set([...a, ...b].join(' '), [...a, ...b, label])
  }
  const inSentence = <T extends ScierEntity | ScierRelation>(items: Iterable<T>): T[][] => {
    const lists = record.sentences.map((): T[] => [])
    for (const item of items) lists[sentenceAt[item[0]]!]!.push(item)
    return lists.map((list) => list.sort((a, b) => a[0] - b[0] || Number(a[2]) - Number(b[2])))
  }
  return {
    predicted_ner: inSentence(entities.values()),
    predicted_relations: inSentence(related.values()),
  }
}

/** The record with the benchmark's own mentions. */
export function annotatedDocumentOf(record: ScierRecord): EntityDocument {
  const document = documentOf(record)
  const starts: number[] = []
  const ends: number[] = []
  let position = 0
  for (const token of record.sentences.flat()) {
    starts.push(position)
    ends.push(position + token.length)
    position += token.length + 1
  }
  const mentions = (record.ner ?? []).flat().flatMap(([first, last, type]): Mention[] => {
    const [start, end] = [starts[first]!, ends[last]!]
    const known = types.find((one) => one === type)
    return known ? [{ start, end, surface: document.text.slice(start, end), type: known, confidence: 1 }] : []
  })
  mentions.sort((a, b) => a.start - b.start)
  return { ...document, mentions, entities: groupMentions(document.text, mentions, findAcronyms(document)) }
}
