/** The sentences behind an edge. */
import type { GraphStore, NodeValue, Value } from '../../../shared/graph-store/store.ts'
import { type Intent, intents, predicates } from '../../../shared/schema.ts'
import type { DrawnType, Evidence, EvidenceItem, PaperReference } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { paperKey, parseKey } from './keys.ts'
import { markText } from './marked-text.ts'
import { findNode } from './neighbours.ts'
import { number, numberOrNull, numbers, type Row, readRows, text, textOrNull, texts } from './reading.ts'

/** What a RETURN clause has to give for {@link paperReference}. */
export const referenceColumns =
  'p.id AS id, p.title AS title, p.year AS year, p.venue AS venue, p.authors AS authors, p.url AS url'

export function paperReference(row: Row): PaperReference {
  return {
    key: paperKey(text(row.id)),
    title: text(row.title) || 'Untitled paper',
    year: numberOrNull(row.year),
    venue: textOrNull(row.venue),
    authors: texts(row.authors),
    url: webAddress(textOrNull(row.url)),
  }
}

/** Only addresses of the web become links: a paper may state "javascript:…". */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}

export async function evidenceOf(
  store: GraphStore,
  type: DrawnType,
  fromKey: string,
  toKey: string,
  limit: number,
  signal: AbortSignal | null,
): Promise<Evidence> {
  const [from, to] = await Promise.all([findNode(store, fromKey), findNode(store, toKey)])
  if (!from || !to) throw new NotFoundError(`The graph has no ${from ? toKey : fromKey}.`)
  const ids = { from: parseKey(fromKey)!.id, to: parseKey(toKey)!.id }
  const derived = predicates.some((predicate) => predicate === type)
  const items = derived
    ? await claimsBehind(store, type, ids, limit + 1, signal)
    : await citationBehind(store, type, ids, toKey.startsWith('Concept/'), signal)
  const papers = (stance: EvidenceItem['stance']) =>
    new Set(items.filter((item) => item.stance === stance).map((item) => item.paper.key)).size
  return {
    type,
    from: { key: from.key, name: from.name },
    to: { key: to.key, name: to.name },
    papersFor: papers('for'),
    papersAgainst: papers('against'),
    items: items.slice(0, limit),
    truncated: items.length > limit,
  }
}

async function claimsBehind(
  store: GraphStore,
  predicate: DrawnType,
  ids: { from: string; to: string },
  limit: number,
  signal: AbortSignal | null,
): Promise<EvidenceItem[]> {
  const rows = await readRows(
    store,
    `MATCH (:Concept {id: $from})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(:Concept {id: $to})
     WHERE k.predicate = $predicate
     MATCH (p:Paper)-[:CLAIMS]->(k)
     RETURN k, ${referenceColumns}, k.negated AS negated, k.confidence AS confidence, k.id AS claim
     ORDER BY negated, confidence DESC, coalesce(year, 0) DESC, claim LIMIT ${limit}`,
    { ...ids, predicate },
    signal,
  )
  return mergeSame(rows.map((row) => claimItem(row.k, paperReference(row))))
}

/** Where several rules or models read the same from one sentence it is one statement. */
function mergeSame(items: EvidenceItem[]): EvidenceItem[] {
  const merged = new Map<string, EvidenceItem>()
  for (const item of items) {
    const key = JSON.stringify([item.paper.key, item.sentence.text, item.stance])
    const known = merged.get(key)
    if (!known) merged.set(key, item)
    else {
      const rules = new Set([...(known.rule?.split(', ') ?? []), ...(item.rule === null ? [] : [item.rule])])
      merged.set(key, {
        ...known,
        hedged: known.hedged || item.hedged,
        rule: [...rules].sort().join(', '),
        result: known.result ?? item.result,
      })
    }
  }
  return [...merged.values()]
}

/** One claim as evidence. */
export function claimItem(value: Value | undefined, paper: PaperReference): EvidenceItem {
  const claim = (value as NodeValue).properties
  const span = (name: string) => ({
    start: numberOrNull(claim[`${name}Start`]),
    end: numberOrNull(claim[`${name}End`]),
  })
  return {
    paper,
    sentence: markText(text(claim.sentence), number(claim.start), [
      { ...span('subject'), role: 'subject' },
      { ...span('object'), role: 'object' },
      { ...span('cue'), role: 'cue' },
    ]),
    more: [],
    stance: claim.negated === true ? 'against' : 'for',
    hedged: claim.hedged === true,
    confidence: numberOrNull(claim.confidence),
    rule: textOrNull(claim.rule),
    intent: null,
    result: resultOf(claim),
  }
}

/** "by 2.1 F1 on SQuAD", from what the claim states beside its ends. */
function resultOf(claim: Record<string, Value>): string | null {
  const value = numberOrNull(claim.value)
  const unit = textOrNull(claim.unit)
  const metric = textOrNull(claim.metric)
  const amount = value === null ? null : `${value}${unit === '%' ? ' %' : unit ? ` ${unit}` : ''}`
  const lead = claim.valueKind === 'difference' ? 'by ' : claim.valueKind === 'ratio' ? 'by a factor of ' : ''
  const parts = [
    amount === null ? metric : `${lead}${amount}${metric && metric !== unit ? ` ${metric}` : ''}`,
    textOrNull(claim.dataset) && `on ${textOrNull(claim.dataset)}`,
    textOrNull(claim.task) && `for ${textOrNull(claim.task)}`,
  ].filter((part) => part)
  return parts.length > 0 ? parts.join(' ') : null
}

async function citationBehind(
  store: GraphStore,
  type: DrawnType,
  ids: { from: string; to: string },
  toConcept: boolean,
  signal: AbortSignal | null,
): Promise<EvidenceItem[]> {
  const rows = await readRows(
    store,
    `MATCH (p:Paper {id: $from})-[r:${type}]->(n:${toConcept ? 'Concept' : 'Paper'} {id: $to})
     RETURN ${referenceColumns}, r.intent AS intent, r.confidence AS confidence, r.sentences AS sentences,
       r.starts AS starts, r.mentionStarts AS mentionStarts, r.mentionEnds AS mentionEnds LIMIT 1`,
    ids,
    signal,
  )
  return rows.map((row) => {
    const starts = numbers(row.starts)
    const ends = numbers(row.mentionEnds)
    const marks = numbers(row.mentionStarts).map((start, i) => ({
      start,
      end: ends[i] ?? null,
      role: 'mention' as const,
    }))
    const [sentence, ...more] = texts(row.sentences).map((it, i) => markText(it, starts[i] ?? 0, marks))
    return {
      paper: paperReference(row),
      sentence: sentence ?? { text: '', marks: [] },
      more,
      stance: 'for',
      hedged: false,
      confidence: numberOrNull(row.confidence),
      rule: null,
      intent: toIntent(row.intent),
      result: null,
    }
  })
}

export function toIntent(value: Value | undefined): Intent {
  return intents.find((intent) => intent === value) ?? 'background'
}
