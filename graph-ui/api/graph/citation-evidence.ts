/** The sentences in which a paper speaks of a concept, or that it names another paper. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { DrawnType, EvidenceItem } from '../contract.ts'
import { toIntent } from './claim-item.ts'
import { markText } from './marked-text.ts'
import { paperReference, referenceColumns } from './paper-reference.ts'
import { numberOrNull, numbers, readRows, textOrNull, texts } from './reading.ts'

/** @returns one item, or none where the paper does not cite it */
export async function citationBehind(
  store: GraphStore,
  type: DrawnType,
  ids: { from: string; to: string },
  toConcept: boolean,
  signal: AbortSignal | null,
): Promise<EvidenceItem[]> {
  const rows = await readRows(
    store,
    `MATCH (p:Paper {id: $from})-[r:${type}]->(n:${toConcept ? 'Concept' : 'Paper'} {id: $to})
     RETURN ${referenceColumns}, p.version AS version, r.intent AS intent, r.confidence AS confidence,
       r.sentences AS sentences, r.starts AS starts, r.mentionStarts AS mentionStarts, r.mentionEnds AS mentionEnds
     LIMIT 1`,
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
      key: null,
      paper: paperReference(row),
      sentence: sentence ?? { text: '', marks: [] },
      more,
      stance: 'for',
      hedged: false,
      confidence: numberOrNull(row.confidence),
      rule: null,
      // A bibliography is stated, not read.
      reader: sentence ? textOrNull(row.version) : null,
      intent: toIntent(row.intent),
      result: null,
    }
  })
}
