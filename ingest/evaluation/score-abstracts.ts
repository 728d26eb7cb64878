/** Scores extractions against annotated abstracts, document by document, exactly as `gold/score.py` does. */
import type { ConceptType, Relation, Role } from '../../shared/schema.ts'
import { type Counts, noCounts, type Score, scoreOf } from './scores.ts'

export interface ScoredEntity {
  name: string
  type: ConceptType
  role?: Role
  aliases?: string[]
}
export interface ScoredAbstract {
  id: string
  entities: ScoredEntity[]
  relations: Relation[]
}

export interface AbstractScores {
  documents: number
  unanswered: number
  scores: Score[]
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
  const labels = new Set<string>(
    [...goldById.values()].flatMap(({ relations }) => relations.map(([, label]) => label)),
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
  }
}

function scoreDocument(
  gold: ScoredAbstract,
  predicted: ScoredAbstract,
  labels: Set<string>,
  counts: Map<string, Counts>,
): void {
  const typed = match(gold.entities, predicted.entities, false)
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

  const blind = match(gold.entities, predicted.entities, true)
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
      if (from !== undefined && to !== undefined && pool.delete(key(from, label, to))) right++
    }
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

/** Each gold entity, in order, takes the first free prediction that fits. */
function match(gold: ScoredEntity[], predicted: ScoredEntity[], blind: boolean): Map<number, number> {
  const predictedForms = predicted.map(formsOf)
  const used = new Set<number>()
  const matched = new Map<number, number>()
  gold.forEach((entity, index) => {
    const forms = formsOf(entity)
    const other = predicted.findIndex(
      (candidate, at) =>
        !used.has(at) &&
        (blind || candidate.type === entity.type) &&
        [...forms].some((form) => predictedForms[at]!.has(form)),
    )
    if (other < 0) return
    used.add(other)
    matched.set(index, other)
  })
  return matched
}

function isIntroduced({ role, type }: ScoredEntity): boolean {
  return role === 'introduced' && (type === 'Method' || type === 'Dataset')
}

function formsOf({ name, aliases = [] }: ScoredEntity): Set<string> {
  return new Set([name, ...aliases].map(normalise).filter((form) => form !== ''))
}

function normalise(form: string): string {
  const words = form
    .toLowerCase()
    .replace(/[\s\-‐-―_/]+/gu, ' ')
    .replace(/[^\p{L}\p{N}_+ ]/gu, '')
    .split(' ')
    .filter((word) => word !== '')
  return words
    .map((word) =>
      [...word].length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
    )
    .join(' ')
}
