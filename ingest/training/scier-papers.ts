/** SciER's training sentences (Zhang et al., EMNLP 2024; `LLM_train.jsonl`) as one document for each paper. */
import { readFileSync } from 'node:fs'
import type { ConceptType, Mention, Span } from '../../shared/schema.ts'
import {
  type MentionDocument,
  type MentionLabel,
  mentionLabels,
} from '../relations/mention-pairs/mention-relation.ts'
import { sentencesOf } from '../text/index.ts'

export interface ScierPaper {
  id: string
  document: MentionDocument
  /** Indices of mentions. */
  relations: { head: number; tail: number; label: MentionLabel }[]
}

interface ScierSentence {
  doc_id: string
  /** Tokens joined by single spaces. */
  sentence: string
  /** Surface and type of each mention in the order of the text, without its place. */
  ner: [string, ConceptType][]
  /** Surfaces of head and tail. */
  rel: [string, MentionLabel, string][]
}

/**
 * Of several mentions with the surface of a relation's end those nearest to each other are taken (on the dev split,
 * which has the places too, 1,108 of 1,132 relations come out right).
 * @throws where the file is missing or a line is not as expected
 */
export function readScierPapers(file: string): ScierPaper[] {
  const papers = new Map<string, ScierSentence[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim()) continue
    const sentence = JSON.parse(line) as ScierSentence
    const paper = papers.get(sentence.doc_id)
    if (paper) paper.push(sentence)
    else papers.set(sentence.doc_id, [sentence])
  }
  return [...papers].map(([id, sentences]) => paperOf(id, sentences))
}

function paperOf(id: string, sentences: ScierSentence[]): ScierPaper {
  const text = sentences.map(({ sentence }) => sentence).join(' ')
  const spans: Span[] = []
  const mentions: Mention[] = []
  const relations: ScierPaper['relations'] = []
  let start = 0
  for (const { sentence, ner, rel } of sentences) {
    spans.push({ start, end: start + sentence.length })
    const first = mentions.length
    for (const { surface, type, at } of placesOf(sentence, ner)) {
      const from = start + at
      mentions.push({ start: from, end: from + surface.length, surface, type, confidence: 1 })
    }
    relations.push(...relationsOf(mentions, first, rel))
    start += sentence.length + 1
  }
  const document = { text, abstractStart: 0, sentences: sentencesOf(text, spans), mentions }
  return { id, document, relations }
}

function placesOf(
  sentence: string,
  ner: ScierSentence['ner'],
): { surface: string; type: ConceptType; at: number }[] {
  const padded = ` ${sentence} `
  let from = 0
  return ner.map(([surface, type]) => {
    const at = padded.indexOf(` ${surface} `, from)
    if (at < 0)
      throw new Error(`SciER: "${surface}" does not come after the mention before it in: ${sentence}`)
    from = at + surface.length
    return { surface, type, at }
  })
}

function relationsOf(mentions: Mention[], first: number, rel: ScierSentence['rel']): ScierPaper['relations'] {
  const taken = new Set<string>()
  return rel.flatMap(([headSurface, label, tailSurface]) => {
    if (!mentionLabels.includes(label)) throw new Error(`SciER: unknown label ${label}`)
    let best: { head: number; tail: number } | null = null
    let shortest = Number.POSITIVE_INFINITY
    for (let head = first; head < mentions.length; head++) {
      if (mentions[head]!.surface !== headSurface) continue
      for (let tail = first; tail < mentions.length; tail++) {
        const distance = Math.abs(mentions[head]!.start - mentions[tail]!.start)
        const fits = mentions[tail]!.surface === tailSurface && head !== tail && !taken.has(`${head} ${tail}`)
        if (!fits || distance >= shortest) continue
        shortest = distance
        best = { head, tail }
      }
    }
    if (!best) return []
    taken.add(`${best.head} ${best.tail}`).add(`${best.tail} ${best.head}`)
    return [{ ...best, label }]
  })
}
