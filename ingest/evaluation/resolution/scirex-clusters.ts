/** SciREX (Jain et al., ACL 2020): mentions of full papers and the clusters of those that carry its results. */
import type { ConceptType, Mention, Span } from '../../../shared/schema.ts'
import { normaliseForm } from '../../entities/forms.ts'
import { sentencesOf } from '../../text/index.ts'
import { familiesOf } from './families.ts'
import { mentionsKind, spaceless } from './form-kinds.ts'
import type { JudgedConcept, JudgedDocument } from './judged-document.ts'

/** First token, token after the last, type. */
type ScirexMention = [number, number, string]

export interface ScirexRecord {
  doc_id: string
  words: string[]
  sentences: [number, number][]
  ner: ScirexMention[]
  /** Spans by the name that Papers with Code has for the concept. */
  coref: Record<string, [number, number][]>
}

const types: Record<string, ConceptType> = {
  Material: 'Dataset',
  Method: 'Method',
  Metric: 'Metric',
  Task: 'Task',
}

export function isScirexRecord(record: object): record is ScirexRecord {
  return ['words', 'sentences', 'ner'].every((field) =>
    Array.isArray((record as Record<string, unknown>)[field]),
  )
}

/**
 * SciREX records as judged documents.
 *
 * Judged are the salient clusters, which people checked. The others (`coref_non_salient`) were made by a program:
 * they hold "HOG" with "SIFT" and "conv4" with "conv5". Set aside are forms that do not name the concept by
 * themselves (see {@link mentionsKind}), and forms that stand in two clusters.
 *
 * Across documents, clusters of one name are one concept. Those of two names are two only where no form links them,
 * since Papers with Code has one thing under several names ("BLEU score", "SacreBLEU", "BLEU-1").
 */
export function scirexDocuments(records: ScirexRecord[]): JudgedDocument[] {
  const documents = records.map(scirexDocument)
  const concepts = documents.flatMap((document) => document.concepts)
  const familyOf = familiesOf(
    concepts.map(({ type, forms, sense }) => [
      sense!.name,
      ...forms.map((form) => `${type} form ${spaceless(normaliseForm(form))}`),
    ]),
  )
  for (const { sense } of concepts) sense!.family = familyOf(sense!.name)
  return documents
}

function scirexDocument(record: ScirexRecord): JudgedDocument {
  const { text, spans } = joined(record.words)
  const spanOf = ([first, end]: readonly [number, number, ...unknown[]]): Span => ({
    start: spans[first]!.start,
    end: spans[end - 1]!.end,
  })
  const sentences = record.sentences.filter(([first, end]) => first < end).map(spanOf)
  const typeAt = new Map<string, ConceptType>()
  const mentions: Mention[] = []
  for (const mention of [...record.ner].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const type = types[mention[2]]
    const span = spanOf(mention)
    if (!type || span.start < (mentions.at(-1)?.end ?? 0)) continue
    typeAt.set(`${mention[0]} ${mention[1]}`, type)
    mentions.push({ ...span, surface: text.slice(span.start, span.end), type, confidence: 1 })
  }
  const clusters = Object.entries(record.coref).map(([name, members]) => {
    const counts = new Map<string, number>()
    const votes = new Map<ConceptType, number>()
    for (const member of members) {
      const type = typeAt.get(`${member[0]} ${member[1]}`)
      if (!type) continue
      const { start, end } = spanOf(member)
      const form = text.slice(start, end)
      counts.set(form, (counts.get(form) ?? 0) + 1)
      votes.set(type, (votes.get(type) ?? 0) + 1)
    }
    return { name, counts, type: [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] }
  })
  const clustersWith = new Map<string, number>()
  for (const { counts } of clusters)
    for (const form of counts.keys()) clustersWith.set(form, (clustersWith.get(form) ?? 0) + 1)
  const concepts = clusters.flatMap(({ name, counts, type }): JudgedConcept[] => {
    const forms = [...counts]
      .filter(([form]) => clustersWith.get(form) === 1 && !mentionsKind(form))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([form]) => form)
    if (!type || forms.length === 0) return []
    const sense = `${type}:${name}`
    return [{ type, forms, sense: { name: sense, links: [sense], family: sense } }]
  })
  return {
    id: record.doc_id,
    document: { text, abstractStart: 0, sentences: sentencesOf(text, sentences) },
    mentions,
    concepts,
  }
}

/** The words as running text: SciREX parts "R - CNN" and "end - to - end", which no paper writes so. */
function joined(words: string[]): { text: string; spans: Span[] } {
  let text = ''
  let tight = true
  const spans = words.map((word): Span => {
    const joins = /^[-–/_]$/.test(word)
    if (!tight && !joins && !/^[.,;:!?)\]]$/.test(word)) text += ' '
    tight = joins || /^[([]$/.test(word)
    const start = text.length
    text += word
    return { start, end: text.length }
  })
  return { text, spans }
}
