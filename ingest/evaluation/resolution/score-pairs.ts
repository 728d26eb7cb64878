import type { RecognisedEntity } from '../../documents.ts'
import { findAcronyms } from '../../entities/acronyms.ts'
import { groupMentions } from '../../entities/grouping.ts'
import { type ResolvableEntity, resolvable, resolve } from '../../resolution/resolve.ts'
import { type Counts, noCounts, type Score, scoreOf } from '../scores.ts'
import { differenceOf, type FormDifference } from './form-kinds.ts'
import { isSameSense, type JudgedConcept, type JudgedDocument, type Sense } from './judged-document.ts'

/** Two forms about which annotation and program do not agree. */
export interface PairError {
  where: 'document' | 'across'
  /** `wrong`: joined, though two concepts; `missed`: one concept, not joined. */
  error: 'wrong' | 'missed'
  difference: FormDifference
  forms: [string, string]
  /** Ids of the documents, one where both forms stand in one. */
  documents: string[]
}

export interface PairScores {
  scores: Score[]
  errors: PairError[]
}

/**
 * Pairwise precision and recall of "the same concept" over surface forms (the pairwise measure of record linkage:
 * true positives are pairs of one concept that the program has as one).
 *
 * - "in a document": pairs of different forms of one document, grouped by `groupMentions` from the annotated mentions.
 * - "across documents": pairs of concepts of one type in two documents, each by its most frequent form, where
 *   `resolve` leads the groups of all documents.
 * - "the same, half unexplained": as before, but every other document gives its short forms without the expansion.
 *   Its annotation still knows what they stand for.
 */
export function scorePairs(documents: JudgedDocument[]): PairScores {
  const errors: PairError[] = []
  const groups = documents.map(({ document, mentions }) =>
    groupMentions(document.text, mentions, findAcronyms(document)),
  )
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
  errors: PairError[],
): void {
  const forms = concepts.flatMap((concept, index) => concept.forms.map((form) => ({ form, index })))
  forms.forEach((a, at) => {
    for (const b of forms.slice(at + 1)) {
      const [one, joined] = [a.index === b.index, groupOf.get(a.form) === groupOf.get(b.form)]
      if (one && joined) counts.truePositives++
      if (one === joined) continue
      if (joined) counts.falsePositives++
      else counts.falseNegatives++
      errors.push({
        where: 'document',
        error: joined ? 'wrong' : 'missed',
        difference: differenceOf(a.form, b.form),
        forms: [a.form, b.form],
        documents: [id],
      })
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
  errors: PairError[],
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
    errors.push({
      where: 'across',
      error: joined ? 'wrong' : 'missed',
      difference: differenceOf(a.form, b.form),
      forms: [a.form, b.form],
      documents: [a.document, b.document],
    })
  }
  return counts
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
