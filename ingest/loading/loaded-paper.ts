/** What the loader keeps in memory of each paper of the store: enough to derive all that depends on several papers. */
import { type Claim, type Extraction, type Paper, type Predicate, paperText } from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { type ResolvableEntity, resolvable } from '../resolution/resolvable-entity.ts'
import { claimId } from './claim-properties.ts'
import type { IndexedRecord } from './record-index.ts'
import { textHash } from './record-keys.ts'
import { inOrder, type StoredEntity, type StoredPaper } from './stored-paper.ts'

interface LoadedEntity extends ResolvableEntity {
  /** Every form in the paper, the fullest first; on one line. */
  forms: string[]
  /** The concept it is stored under. */
  concept: string
}

interface LoadedClaim {
  predicate: Predicate
  subject: LoadedEntity
  object: LoadedEntity
  negated: boolean
  confidence: number
}

export interface LoadedPaper {
  id: string
  /** Hash of title and abstract. */
  text: string
  version: string
  year: number | null
  hasAbstract: boolean
  identifiers: string[]
  references: string[]
  records: IndexedRecord[]
  entities: LoadedEntity[]
  claims: LoadedClaim[]
}

export function loadedPaper(stored: StoredPaper, records: IndexedRecord[]): LoadedPaper {
  const { paper, version } = stored
  const byName = new Map<string, LoadedEntity>()
  const entities = stored.entities.map((entity) => {
    const loaded = {
      ...resolvable(entity),
      forms: [entity.name, ...entity.aliases].map((form) => form.replace(/\s+/g, ' ').trim()),
      concept: entity.concept,
    }
    if (!byName.has(entity.name)) byName.set(entity.name, loaded)
    return loaded
  })
  return {
    id: paper.id,
    text: textHash(paper),
    version,
    year: paper.year,
    hasAbstract: paper.abstract !== null,
    identifiers: paper.identifiers,
    references: paper.references,
    records,
    entities,
    claims: stored.claims.flatMap(({ predicate, subject, object, negated, confidence }) => {
      const ends = { subject: byName.get(subject.entity), object: byName.get(object.entity) }
      // The loader writes no claim without its entities; a person who changes the graph by hand may.
      if (!ends.subject || !ends.object) return []
      return [{ predicate, subject: ends.subject, object: ends.object, negated, confidence }]
    }),
  }
}

/**
 * What is stored of an extraction.
 * @param conceptOf says where an entity goes for now; settling has the last word
 * @throws where an extraction contradicts its text: that is a fault of a stage, not of the input
 */
export function placed(
  paper: Paper,
  extraction: Extraction,
  conceptOf: (entity: ResolvableEntity) => string,
): { entities: StoredEntity[]; claims: Claim[] } {
  const length = paperText(paper).length
  const entities = extraction.entities.map((entity) => {
    const { role: _, mentions, ...rest } = entity
    const spans = mentions.map(({ start, end }) => ({ start, end }))
    const outside = [...spans, ...entity.sentences].find(({ start, end }) => start > end || end > length)
    if (outside)
      throw new Error(`extraction of ${paper.id}: span ${outside.start}-${outside.end} of ${length}`)
    return { ...rest, mentions: spans, concept: conceptOf(resolvable(entity)) }
  })
  const names = new Set(entities.map(({ name }) => name))
  const claims = new Map<string, Claim>()
  for (const claim of extraction.claims) {
    // A claim about what is not an entity of the paper has no place in the graph.
    if (!names.has(claim.subject.entity) || !names.has(claim.object.entity)) continue
    const id = claimId(paper.id, claim)
    const same = claims.get(id)
    if (!same || claim.confidence > same.confidence) claims.set(id, claim)
  }
  const sorted = [...claims].sort(([a], [b]) => byCodePoint(a, b)).map(([, claim]) => claim)
  return { entities: inOrder(entities), claims: sorted }
}
