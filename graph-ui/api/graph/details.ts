/** What the page tells about one concept or paper. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { paperText } from '../../../shared/schema.ts'
import { type ConceptDetails, type DrawnType, drawnTypes, type PaperDetails } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { claimItem, toIntent } from './claim-item.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import { countRelations } from './counts.ts'
import { claimKey, parseKey } from './keys.ts'
import { markText } from './marked-text.ts'
import { paperReference, referenceColumns } from './paper-reference.ts'
import { number, numberOrNull, numbers, readRows, text, textOrNull, texts } from './reading.ts'
import { toConceptType } from './view-parts.ts'

const shownPapers = 200

/** @throws NotFoundError */
export async function conceptDetails(
  store: GraphStore,
  key: string,
  signal: AbortSignal | null,
): Promise<ConceptDetails> {
  const id = idOf(key, 'Concept')
  // Written from the concept's side, where the embedded engine starts: the other way round it visits every paper.
  const citedBy = (types: string, order: string) =>
    readRows(
      store,
      `MATCH (:Concept {id: $id})<-[r:${types}]-(p:Paper)
       RETURN ${referenceColumns}, r.intent AS intent ORDER BY ${order}, id LIMIT ${shownPapers}`,
      { id },
      signal,
    )
  const [found, introduced, mentioned, relations] = await Promise.all([
    readRows(
      store,
      `MATCH (c:Concept {id: $id}) RETURN c.name AS name, c.type AS type, c.aliases AS aliases,
         c.papers AS papers, c.firstYear AS firstYear, c.lastYear AS lastYear`,
      { id },
      signal,
    ),
    citedBy('INTRODUCES', 'coalesce(year, 9999)'),
    citedBy('ADDRESSES|CITES', 'coalesce(year, 0) DESC'),
    countRelations(store, key, signal),
  ])
  const row = found[0]
  if (!row) throw new NotFoundError(`The graph has no concept ${id}.`)
  return {
    key,
    type: toConceptType(row.type),
    name: text(row.name),
    aliases: texts(row.aliases),
    papers: number(row.papers),
    firstYear: numberOrNull(row.firstYear),
    lastYear: numberOrNull(row.lastYear),
    relations,
    introducedBy: introduced.map(paperReference),
    mentionedBy: mentioned.map((paper) => ({ ...paperReference(paper), intent: toIntent(paper.intent) })),
  }
}

/** @throws NotFoundError */
export async function paperDetails(
  store: GraphStore,
  key: string,
  signal: AbortSignal | null,
): Promise<PaperDetails> {
  const id = idOf(key, 'Paper')
  const [found, cited, claimed] = await Promise.all([
    readRows(
      store,
      `MATCH (p:Paper {id: $id}) RETURN ${referenceColumns}, p.abstract AS abstract,
         p.identifiers AS identifiers, p.sources AS sources`,
      { id },
      signal,
    ),
    readRows(
      store,
      `MATCH (:Paper {id: $id})-[r:INTRODUCES|ADDRESSES|CITES]->(c:Concept)
       RETURN ${conceptReferenceColumns('c')}, r.intent AS intent,
         r.mentionStarts AS starts, r.mentionEnds AS ends ORDER BY id`,
      { id },
      signal,
    ),
    readRows(
      store,
      `MATCH (:Paper {id: $id})-[:CLAIMS]->(k:Claim)
       RETURN k, k.start AS start, k.id AS claim, k.subject AS subject, k.predicate AS predicate, k.object AS object
       ORDER BY start, claim`,
      { id },
      signal,
    ),
  ])
  const row = found[0]
  if (!row) throw new NotFoundError(`The graph has no paper ${id}.`)
  const paper = paperReference(row)
  const abstract = textOrNull(row.abstract)
  const marks = cited.flatMap(({ starts, ends }) =>
    numbers(starts).map((start, i) => ({ start, end: numbers(ends)[i] ?? null, role: 'mention' as const })),
  )
  const abstractStart = paperText({ title: textOrNull(row.title), abstract: null }).length
  return {
    ...paper,
    abstract: abstract === null ? null : markText(abstract, abstractStart, marks),
    identifiers: texts(row.identifiers),
    sources: texts(row.sources),
    concepts: cited.map((concept) => ({
      ...conceptReference(concept),
      intent: toIntent(concept.intent),
    })),
    claims: claimed.map((claim) => ({
      ...claimItem(claim.k, paper),
      key: claimKey(text(claim.claim)),
      subject: text(claim.subject),
      predicate: toDrawnType(text(claim.predicate)),
      object: text(claim.object),
    })),
  }
}

/** The relation that a stored predicate names. */
export function toDrawnType(name: string): DrawnType {
  return drawnTypes.find((type) => type === name) ?? 'CITES'
}

function idOf(key: string, label: 'Concept' | 'Paper'): string {
  const parsed = parseKey(key)
  if (parsed?.label !== label) throw new NotFoundError(`${key} is not the key of a ${label.toLowerCase()}.`)
  return parsed.id
}
