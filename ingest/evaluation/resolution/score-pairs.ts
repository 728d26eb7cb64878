import { type CoreferenceModel, joinCoreferent } from '../../coreference/index.ts'
import type { RecognisedEntity } from '../../documents.ts'
import { findAcronyms } from '../../entities/acronyms.ts'
import { groupMentions } from '../../entities/grouping.ts'
import { differenceOf } from '../../resolution/form-difference.ts'
import { type ResolvableEntity, resolvable } from '../../resolution/resolvable-entity.ts'
import { resolve } from '../../resolution/resolve.ts'
import type { ExtractionError } from '../errors.ts'
import { type Counts, noCounts, type Score, scoreOf } from '../scores.ts'
import { isSameSense, type JudgedConcept, type JudgedDocument, type Sense } from './judged-document.ts'

export interface PairScores {
  scores: Score[]
  errors: ExtractionError[]
}

/**
 * Pairwise precision and recall of "the same concept" over surface forms (the pairwise measure of record linkage:
 * true positives are pairs of one concept that the program has as one).
 *
 * - "in a document": pairs of different forms of one document, grouped by `groupMentions` from the annotated mentions and
 *   joined by `joinCoreferent`.
 * - "across documents": pairs of concepts of one type in two documents, each by its most frequent form, where
 *   `resolve` leads the groups of all documents.
 * - "the same, half unexplained": as before, but every other document gives its short forms without the expansion.
 *   Its annotation still knows what they stand for.
 */
export function scorePairs(documents: JudgedDocument[], coreference: CoreferenceModel): PairScores {
  const errors: ExtractionError[] = []
  const groups = documents.map(({ document, mentions }) => {
    const entities = groupMentions(document.text, mentions, findAcronyms(document))
    return joinCoreferent({ ...document, mentions, entities }, coreference).entities
  })
  const inside = noCounts()
  documents.forEach(({ id, concepts }, index) => {
    scoreDocument(id, concepts, groupOfForms(groups[index]!), inside, errors)
  })
  const across = scoreAcross(documents, groups, errors)
  const bare = groups.map((entities, index) => (index % 2 === 0 ? entities : entities.map(withoutExpansion)))
  return {
    scores: [
      scoreOf('in a document', inside),
      scoreOf('across documents', across),
      scoreOf('half unexplained', scoreAcross(documents, bare, [], groups)),
    ],
    errors,
  }
}

function groupOfForms(entities: RecognisedEntity[]): Map<string, number> {
  return new Map(
    entities.flatMap(({ name, aliases }, index) =>
      [name, ...aliases].map((form): [string, number] => [form, index]),
    ),
  )
}

function scoreDocument(
  id: string,
  concepts: JudgedConcept[],
  groupOf: Map<string, number>,
  counts: Counts,
  errors: ExtractionError[],
): void {
  const forms = concepts.flatMap((concept, index) => concept.forms.map((form) => ({ form, index })))
  forms.forEach((a, at) => {
    for (const b of forms.slice(at + 1)) {
      const [one, joined] = [a.index === b.index, groupOf.get(a.form) === groupOf.get(b.form)]
      if (one && joined) counts.truePositives++
      if (one === joined) continue
      if (joined) counts.falsePositives++
      else counts.falseNegatives++
      errors.push(pairError('in a document', id, [a.form, b.form], joined))
    }
  })
}

/** What a paper would have said that does not spell its short form out. */
function withoutExpansion(entity: RecognisedEntity): RecognisedEntity {
  const [short] = entity.acronyms
  return short === undefined ? entity : { ...entity, name: short, aliases: [], acronyms: [] }
}

interface Placed {
  index: number
  document: string
  form: string
  type: string
  sense: Sense
  concept: string
}

function scoreAcross(
  documents: JudgedDocument[],
  groups: RecognisedEntity[][],
  errors: ExtractionError[],
  named: RecognisedEntity[][] = groups,
): Counts {
  const entities = groups.map((some): ResolvableEntity[] => some.map(resolvable))
  const { conceptOf } = resolve(entities)
  let placedSoFar = 0
  const placed = documents.flatMap(({ id, concepts }, index) => {
    const groupOf = groupOfForms(named[index]!)
    return concepts.flatMap(({ type, forms, sense }): Placed[] => {
      const form = forms[0]!
      const entity = entities[index]![groupOf.get(form)!]!
      return sense === null
        ? []
        : [{ index: placedSoFar++, document: id, form, type, sense, concept: conceptOf(entity) }]
    })
  })
  const counts = noCounts()
  // Only pairs of one family can be one concept, and only pairs of one concept were joined: no others count.
  const pairs = new Map<string, [Placed, Placed]>()
  for (const key of ['family', 'concept'] as const) {
    for (const some of grouped(
      placed,
      (one) => `${one.type} ${key === 'family' ? one.sense.family : one.concept}`,
    )) {
      some.forEach((a, at) => {
        for (const b of some.slice(at + 1))
          if (a.document !== b.document) pairs.set(`${a.index} ${b.index}`, [a, b])
      })
    }
  }
  for (const [a, b] of pairs.values()) {
    const [one, joined] = [isSameSense(a.sense, b.sense), a.concept === b.concept]
    if (one === null || (!one && !joined)) continue
    if (one && joined) {
      counts.truePositives++
      continue
    }
    if (joined) counts.falsePositives++
    else counts.falseNegatives++
    errors.push(pairError('across documents', `${a.document} and ${b.document}`, [a.form, b.form], joined))
  }
  return counts
}

/** @param joined whether the program has the two as one, which the annotation has not, or the other way round */
function pairError(
  part: ExtractionError['part'],
  document: string,
  forms: [string, string],
  joined: boolean,
): ExtractionError {
  const [a, b] = [...forms].sort() as [string, string]
  const shown = (one: boolean) => (one ? `"${a}" = "${b}"` : `"${a}" and "${b}"`)
  return {
    part,
    category: `${joined ? 'joined though two' : 'one but not joined'}, ${differenceOf(a, b)}`,
    document,
    form: `${a} = ${b}`,
    annotated: shown(!joined),
    extracted: shown(joined),
  }
}

function grouped<T>(items: T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
