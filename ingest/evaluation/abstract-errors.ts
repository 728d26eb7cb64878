import type { ExtractionError } from './errors.ts'
import { formsOf, matchEntities, type ScoredEntity } from './match-entities.ts'
import { type EntityWording, entityError, pairUp } from './pair-errors.ts'
import { relationErrors } from './relation-errors.ts'
import type { ScoredAbstract } from './score-abstracts.ts'

/** What is wrong with the extraction of one annotated abstract. */
export function abstractErrors(gold: ScoredAbstract, predicted: ScoredAbstract): ExtractionError[] {
  return [
    ...entityErrors(gold.id, gold.entities, predicted.entities),
    ...roleErrors(gold.id, gold.entities, predicted.entities),
    ...relationErrorsOf(gold, predicted),
  ]
}

const wording: EntityWording<ScoredEntity> = {
  form: ({ name, type }) => `${name.toLowerCase()} [${type}]`,
  shown: ({ name, type, role }) => `"${name}" (${role ? `${type}, ${role}` : type})`,
}

function entityErrors(document: string, gold: ScoredEntity[], predicted: ScoredEntity[]): ExtractionError[] {
  const matched = matchEntities(gold, predicted, false)
  const found = new Set([...matched.values()].map((index) => predicted[index]!))
  const missed = new Set(gold.filter((_, index) => !matched.has(index)))
  const spurious = new Set(predicted.filter((entity) => !found.has(entity)))
  const errors: ExtractionError[] = []
  const tell = (category: string, ...sides: [ScoredEntity | null, ScoredEntity | null]) =>
    errors.push(entityError(document, category, sides, wording))

  for (const pair of pairUp(missed, spurious, shareForm)) tell('wrong type', ...pair)
  for (const annotated of [...missed]) {
    const joined = predicted.find((extracted) => found.has(extracted) && shareForm(annotated, extracted))
    if (joined && missed.delete(annotated))
      tell('wrong grouping: two annotated entities in one', annotated, joined)
  }
  for (const extracted of [...spurious]) {
    const parted = gold.find((annotated) => shareForm(annotated, extracted))
    if (parted && spurious.delete(extracted))
      tell('wrong grouping: one annotated entity in two', parted, extracted)
  }
  const sameType = (a: ScoredEntity, b: ScoredEntity) => a.type === b.type && overlap(a, b)
  for (const pair of pairUp(missed, spurious, sameType)) tell('wrong boundary', ...pair)
  for (const pair of pairUp(missed, spurious, overlap)) tell('wrong boundary and type', ...pair)
  for (const annotated of missed) tell('missed', annotated, null)
  for (const extracted of spurious) tell('spurious', null, extracted)
  return errors
}

function roleErrors(document: string, gold: ScoredEntity[], predicted: ScoredEntity[]): ExtractionError[] {
  return [...matchEntities(gold, predicted, true)].flatMap(([a, b]): ExtractionError[] => {
    const [annotated, extracted] = [gold[a]!, predicted[b]!]
    if (annotated.role === extracted.role) return []
    const category = `${annotated.role}, read as ${extracted.role}`
    return [{ ...entityError(document, category, [annotated, extracted], wording), part: 'roles' }]
  })
}

function relationErrorsOf(gold: ScoredAbstract, predicted: ScoredAbstract): ExtractionError[] {
  const matched = matchEntities(gold.entities, predicted.entities, true)
  const names = new Map([...matched].map(([a, b]) => [gold.entities[a]!.name, predicted.entities[b]!.name]))
  const annotated = new Set(names.values())
  return relationErrors(
    gold.id,
    gold.relations.map(([head, label, tail]) => ({
      head: names.get(head) ?? null,
      tail: names.get(tail) ?? null,
      label,
      shown: `${head} ${label} ${tail}`,
    })),
    predicted.relations.map(([head, label, tail]) => ({
      head,
      tail,
      label,
      shown: `${head} ${label} ${tail}`,
    })),
    (name) => annotated.has(name),
  )
}

function shareForm(a: ScoredEntity, b: ScoredEntity): boolean {
  const forms = formsOf(b)
  return [...formsOf(a)].some((form) => forms.has(form))
}

/** Whether a form of the one stands in a form of the other, or half the words of the longer are common to both. */
function overlap(a: ScoredEntity, b: ScoredEntity): boolean {
  return [...formsOf(a)].some((left) =>
    [...formsOf(b)].some((right) => {
      if (` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `)) return true
      const [short, long] = [left.split(' '), right.split(' ')].sort((x, y) => x.length - y.length)
      const common = short!.filter((word) => long!.includes(word)).length
      return common * 2 >= long!.length
    }),
  )
}
