/** What follows from several papers: concepts with names and counts, and the relationships between them. */
import type { ConceptType, Properties } from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { conceptKey } from '../resolution/normalise-form.ts'
import type { Resolution } from '../resolution/resolve.ts'
import { addNode, addRelationship, emptyRows, type GraphRows } from './graph-rows.ts'
import type { LoadedPaper } from './loaded-paper.ts'
import { stated } from './properties.ts'

interface Years {
  first: number | null
  last: number | null
}
interface ConceptTally extends Years {
  /** Number of papers by form. */
  forms: Map<string, number>
  papers: number
  ownIds: Set<string>
}
interface EdgeTally extends Years {
  predicate: LoadedPaper['claims'][number]['predicate']
  from: string
  to: string
  papers: number
  claims: number
  against: number
  /** Probability that no paper's claim holds. */
  doubt: number
}

/**
 * All concepts, all relationships between concepts and all citations of papers by papers.
 *
 * A concept's name is the form that most papers use, ties by code point, as long as the form is not the own name of
 * another concept: where one paper says "Transformer" for its "Transformer decoder", the decoder stays the decoder. A relationship stands for the claims that
 * are not negated; `against` counts papers whose negated claim says the contrary. Its confidence is that of at
 * least one paper being right (noisy or), a paper counting with its surest claim. What turns out to be a statement
 * of a concept about itself makes no relationship.
 *
 * @param papers sorted by id, which makes sums of floating-point numbers independent of the order of ingest
 */
export function derive(papers: LoadedPaper[], resolution: Resolution): GraphRows {
  const rows = emptyRows()
  addConcepts(rows, papers, resolution)
  addClaimed(rows, papers, resolution)
  addReferences(rows, papers)
  return rows
}

function addConcepts(rows: GraphRows, papers: LoadedPaper[], resolution: Resolution) {
  const tallies = new Map<string, ConceptTally>()
  for (const { entities, year } of papers) {
    const forms = new Map<string, Set<string>>()
    for (const entity of entities) {
      const concept = resolution.conceptOf(entity)
      const tally = tallies.get(concept) ?? { ...noYears(), forms: new Map(), papers: 0, ownIds: new Set() }
      tallies.set(concept, tally)
      tally.ownIds.add(`${entity.type}:${entity.key}`)
      const known = forms.get(concept) ?? new Set()
      forms.set(concept, known)
      for (const form of entity.forms) known.add(form)
    }
    for (const [concept, used] of forms) {
      const tally = tallies.get(concept)!
      tally.papers++
      widen(tally, year)
      for (const form of used) tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1)
    }
  }
  for (const [id, { forms, papers: count, ownIds, first, last }] of tallies) {
    const type = id.slice(0, id.indexOf(':')) as ConceptType
    const name =
      resolution.names.get(id) ??
      commonestForm(forms, (form) => {
        const own = `${type}:${conceptKey(type, form)}`
        return own !== id && tallies.has(own)
      })
    const formerIds = [...ownIds].filter((own) => own !== id).sort(byCodePoint)
    const properties = stated({
      name,
      type,
      aliases: [...forms.keys()].filter((form) => form !== name).sort(byCodePoint),
      formerIds,
      formerReasons: formerIds.map(resolution.reasonFor),
      decisions: resolution.decisions.get(id) ?? null,
      papers: count,
      firstYear: first,
      lastYear: last,
    })
    addNode(rows, { label: 'Concept', id, labels: [type], properties })
  }
}

/** @param namesOther whether a form is another concept's own; such a form names this one only where it has no other */
function commonestForm(forms: Map<string, number>, namesOther: (form: string) => boolean): string {
  const sorted = [...forms].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b)).map(([form]) => form)
  return sorted.find((form) => !namesOther(form)) ?? sorted[0]!
}

function addClaimed(rows: GraphRows, papers: LoadedPaper[], resolution: Resolution) {
  const tallies = new Map<string, EdgeTally>()
  for (const { claims, year } of papers) {
    const surest = new Map<string, number>()
    const against = new Set<string>()
    for (const { predicate, subject, object, negated, confidence } of claims) {
      const from = resolution.conceptOf(subject)
      const to = resolution.conceptOf(object)
      if (from === to) continue
      const key = `${predicate}\n${from}\n${to}`
      const tally = tallies.get(key) ?? {
        ...noYears(),
        predicate,
        from,
        to,
        papers: 0,
        claims: 0,
        against: 0,
        doubt: 1,
      }
      tallies.set(key, tally)
      if (negated) against.add(key)
      else {
        tally.claims++
        surest.set(key, Math.max(surest.get(key) ?? 0, confidence))
      }
    }
    for (const key of against) tallies.get(key)!.against++
    for (const [key, confidence] of surest) {
      const tally = tallies.get(key)!
      tally.papers++
      tally.doubt *= 1 - confidence
      widen(tally, year)
    }
  }
  for (const {
    predicate,
    from,
    to,
    papers: count,
    claims,
    against,
    doubt,
    first,
    last,
  } of tallies.values()) {
    if (claims === 0) continue
    const properties: Properties = stated({
      papers: count,
      claims,
      against,
      confidence: Math.round((1 - doubt) * 10_000) / 10_000,
      firstYear: first,
      lastYear: last,
    })
    addRelationship(rows, {
      type: predicate,
      from: { label: 'Concept', id: from },
      to: { label: 'Concept', id: to },
      properties,
    })
  }
}

function addReferences(rows: GraphRows, papers: LoadedPaper[]) {
  const byIdentifier = new Map<string, string>()
  for (const { id, identifiers } of papers) {
    for (const identifier of identifiers) if (!byIdentifier.has(identifier)) byIdentifier.set(identifier, id)
  }
  for (const { id, references } of papers) {
    for (const reference of references) {
      const cited = byIdentifier.get(reference)
      if (!cited || cited === id) continue
      addRelationship(rows, {
        type: 'CITES',
        from: { label: 'Paper', id },
        to: { label: 'Paper', id: cited },
        properties: {},
      })
    }
  }
}

function noYears(): Years {
  return { first: null, last: null }
}

function widen(years: Years, year: number | null) {
  if (year === null) return
  years.first = Math.min(years.first ?? year, year)
  years.last = Math.max(years.last ?? year, year)
}
