import type { ExtractionError } from './errors.ts'
import { type EntityWording, entityError, pairUp } from './pair-errors.ts'
import { type KeyedRelation, relationErrors } from './relation-errors.ts'
import type { ScierEntity, ScierPredictions, ScierRecord, ScierRelation } from './scier-records.ts'

/** What is wrong with the predictions for one annotated record. */
export function scierErrors(record: ScierRecord, predictions: ScierPredictions): ExtractionError[] {
  const tokens = record.sentences.flat()
  const surface = (first: number, last: number) => tokens.slice(first, last + 1).join(' ')
  const gold = (record.ner ?? []).flat()
  const predicted = predictions.predicted_ner.flat()
  const known = new Set(gold.map(spanOf))
  const extracted = new Set(predicted.map(spanOf))
  const shown = ([a, b, c, d, label]: ScierRelation) => `${surface(a, b)} ${label} ${surface(c, d)}`
  return [
    ...entityErrors(record.doc_id, gold, predicted, surface),
    ...relationErrors(
      record.doc_id,
      (record.relations ?? []).flat().map((relation): KeyedRelation => {
        const [a, b, c, d, label] = relation
        const end = (span: string) => (extracted.has(span) ? span : null)
        return { head: end(`${a} ${b}`), tail: end(`${c} ${d}`), label, shown: shown(relation) }
      }),
      predictions.predicted_relations.flat().map((relation): KeyedRelation => {
        const [a, b, c, d, label] = relation
        return { head: `${a} ${b}`, tail: `${c} ${d}`, label, shown: shown(relation) }
      }),
      (span) => known.has(span),
    ),
  ]
}

function entityErrors(
  document: string,
  gold: ScierEntity[],
  predicted: ScierEntity[],
  surface: (first: number, last: number) => string,
): ExtractionError[] {
  const keyOf = (entity: ScierEntity) => entity.join(' ')
  const [right, given] = [new Set(gold.map(keyOf)), new Set(predicted.map(keyOf))]
  const missed = new Set(gold.filter((entity) => !given.has(keyOf(entity))))
  const spurious = new Set(predicted.filter((entity) => !right.has(keyOf(entity))))
  const wording: EntityWording<ScierEntity> = {
    form: ([first, last, type]) => `${surface(first, last).toLowerCase()} [${type}]`,
    shown: ([first, last, type]) => `"${surface(first, last)}" (${type})`,
  }
  const errors: ExtractionError[] = []
  const tell = (category: string, ...sides: [ScierEntity | null, ScierEntity | null]) =>
    errors.push(entityError(document, category, sides, wording))

  const sameSpan = (a: ScierEntity, b: ScierEntity) => spanOf(a) === spanOf(b)
  const overlap = (a: ScierEntity, b: ScierEntity) => a[0] <= b[1] && b[0] <= a[1]
  const sameType = (a: ScierEntity, b: ScierEntity) => a[2] === b[2] && overlap(a, b)
  for (const pair of pairUp(missed, spurious, sameSpan)) tell('wrong type', ...pair)
  for (const pair of pairUp(missed, spurious, sameType)) tell('wrong boundary', ...pair)
  for (const pair of pairUp(missed, spurious, overlap)) tell('wrong boundary and type', ...pair)
  for (const annotated of missed) tell('missed', annotated, null)
  for (const extracted of spurious) tell('spurious', null, extracted)
  return errors
}

function spanOf([first, last]: ScierEntity): string {
  return `${first} ${last}`
}
