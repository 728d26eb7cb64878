/** Scores extractions against annotated abstracts, document by document, exactly as `gold/score.py` does. */
import { type Predicate, predicates, type Relation } from '../../shared/schema.ts'
import { matchEntities, type ScoredEntity } from './match-entities.ts'
import { type Counts, noCounts, type Score, scoreOf } from './scores.ts'

export interface ScoredAbstract {
  id: string
  entities: ScoredEntity[]
  relations: Relation[]
}

export interface AbstractScores {
  documents: number
  unanswered: number
  scores: Score[]
  /** Relations by their labels, those that the gold uses. */
  labels: Score[]
}

const rows = [
  ...['Method', 'Dataset', 'Task', 'Metric', 'all', 'type-blind', 'introduced'],
  ...['relations labelled', 'relations unlabelled'],
]

/**
 * An entity is found when the type agrees and one normalised surface form is shared; a relation when the label
 * agrees and both its ends are found. Predicted labels that the gold never uses are left out. "introduced" counts
 * Methods and Datasets with that role. Where an id comes twice, its last line counts.
 */
export function scoreAbstracts(gold: ScoredAbstract[], predicted: ScoredAbstract[]): AbstractScores {
  const goldById = new Map(gold.map((document) => [document.id, document]))
  const predictedById = new Map(predicted.map((document) => [document.id, document]))
  const counts = new Map(rows.map((row) => [row, noCounts()]))
  const used = [...goldById.values()].flatMap(({ relations }) => relations.map(([, label]) => label))
  const labels = new Map(
    predicates.filter((label) => used.includes(label)).map((label) => [label, noCounts()]),
  )
  let unanswered = 0
  for (const [id, document] of goldById) {
    const answer = predictedById.get(id)
    if (!answer) unanswered++
    scoreDocument(document, answer ?? { id, entities: [], relations: [] }, labels, counts)
  }
  return {
    documents: goldById.size,
    unanswered,
    scores: rows.map((row) => scoreOf(row, counts.get(row)!)),
    labels: [...labels].map(([label, own]) => scoreOf(label, own)),
  }
}

function scoreDocument(
  gold: ScoredAbstract,
  predicted: ScoredAbstract,
  labels: Map<Predicate, Counts>,
  counts: Map<string, Counts>,
): void {
  const typed = matchEntities(gold.entities, predicted.entities, false)
  const found = new Set(typed.values())
  gold.entities.forEach((entity, index) => {
    for (const row of [entity.type, 'all']) {
      if (typed.has(index)) counts.get(row)!.truePositives++
      else counts.get(row)!.falseNegatives++
    }
  })
  predicted.entities.forEach((entity, index) => {
    if (!found.has(index)) for (const row of [entity.type, 'all']) counts.get(row)!.falsePositives++
  })

  const blind = matchEntities(gold.entities, predicted.entities, true)
  tally(counts.get('type-blind')!, blind.size, predicted.entities.length, gold.entities.length)
  const hits = [...blind].filter(
    ([a, b]) => isIntroduced(gold.entities[a]!) && isIntroduced(predicted.entities[b]!),
  ).length
  tally(
    counts.get('introduced')!,
    hits,
    predicted.entities.filter(isIntroduced).length,
    gold.entities.filter(isIntroduced).length,
  )

  const names = new Map([...blind].map(([a, b]) => [gold.entities[a]!.name, predicted.entities[b]!.name]))
  const known = predicted.relations.filter(([, label]) => labels.has(label))
  for (const labelled of [true, false]) {
    const key = (head: string, label: string, tail: string) =>
      JSON.stringify(labelled ? [head, label, tail] : [head, tail])
    const pool = new Set(known.map(([head, label, tail]) => key(head, label, tail)))
    const size = pool.size
    let right = 0
    for (const [head, label, tail] of gold.relations) {
      const [from, to] = [names.get(head), names.get(tail)]
      const isRight = from !== undefined && to !== undefined && pool.delete(key(from, label, to))
      if (isRight) right++
      if (labelled) labels.get(label)![isRight ? 'truePositives' : 'falseNegatives']++
    }
    if (labelled) for (const left of pool) labels.get(JSON.parse(left)[1])!.falsePositives++
    tally(
      counts.get(`relations ${labelled ? 'labelled' : 'unlabelled'}`)!,
      right,
      size,
      gold.relations.length,
    )
  }
}

function tally(counts: Counts, right: number, predicted: number, gold: number): void {
  counts.truePositives += right
  counts.falsePositives += predicted - right
  counts.falseNegatives += gold - right
}

function isIntroduced({ role, type }: ScoredEntity): boolean {
  return role === 'introduced' && (type === 'Method' || type === 'Dataset')
}
