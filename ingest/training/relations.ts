/** Trains the models of roles and of pairs on annotated abstracts. */
import type { Relation, Role } from '../../shared/schema.ts'
import type { EntityDocument } from '../documents.ts'
import { type Interpretation, interpret } from '../relations/interpretation.ts'
import { pairCandidates } from '../relations/pair-candidates.ts'
import { featuresOf, type PairModelFile } from '../relations/pair-model.ts'
import { type Reading, read } from '../relations/reading.ts'
import { roleFeatures } from '../relations/role-features.ts'
import { roleLabels } from '../relations/roles.ts'
import type { RulePrecision } from '../relations/ruled-claims.ts'
import { predicatesBySignature, type Signature } from '../relations/signatures.ts'
import { hashText } from '../weights/feature-hash.ts'
import { type LinearModel, type LoadedModel, loadModel } from '../weights/linear-model.ts'
import { type Example, type TrainingOptions, trainLogistic } from './logistic-regression.ts'
import { type Report, within } from './report.ts'

/** A document with the annotators' answers: a role for each entity, relations by entity name. */
export interface RelationExample {
  /** Of the abstract. */
  id: string
  document: EntityDocument
  roles: (Role | null)[]
  relations: Relation[]
}

interface ReadExample extends RelationExample {
  reading: Reading
}

const roleOptions: TrainingOptions = { epochs: 5, learningRate: 0.02, decay: 1e-3, minCount: 3 }
const pairOptions: TrainingOptions = { epochs: 6, learningRate: 0.02, decay: 1e-3, minCount: 3 }
/** The probability from which the model's word is taken gives the best F1 where it is below one half. */
const introducedThreshold = 0.4
const pairThreshold = 0.27
/** Documents are split this often, so that pairs are trained on roles guessed by a model that did not see them. */
const folds = 5

function trainRoles(examples: RelationExample[]): LinearModel {
  return roleModel(examples.map(withReading))
}

function roleModel(examples: ReadExample[]): LinearModel {
  const rows = examples.flatMap(({ reading, roles: own }) =>
    roleFeatures(reading).map((features, index): Example => {
      return { features, holds: roleLabels.map((label) => label === (own[index] ?? 'spurious')) }
    }),
  )
  const model = trainLogistic([...roleLabels], rows, roleOptions)
  model.thresholds = roleLabels.map((label) => (label === 'introduced' ? introducedThreshold : 0.5))
  return model
}

function trainPairs(examples: RelationExample[], report: Report): PairModelFile {
  const all = examples.map(withReading)
  const rows: Partial<Record<Signature, Example[]>> = {}
  for (let fold = 0; fold < folds; fold++) {
    report((0.7 * fold) / folds, `pairs, part ${fold + 1} of ${folds}`)
    const model = loadModel(roleModel(all.filter(({ id }) => foldOf(id) !== fold)))
    for (const example of all) {
      if (foldOf(example.id) === fold) addPairs(rows, example, interpret(example.reading, model))
    }
  }
  report(0.7, 'pairs, all parts')
  const file: PairModelFile = {}
  for (const signature of Object.keys(predicatesBySignature) as Signature[]) {
    const model = trainLogistic([...predicatesBySignature[signature]!], rows[signature] ?? [], pairOptions)
    model.thresholds = model.labels.map(() => pairThreshold)
    file[signature] = model
  }
  return file
}

/** An abstract is in the same fold with the annotators' entities and with a tagger's. */
function foldOf(id: string): number {
  return hashText(id) % folds
}

function addPairs(
  rows: Partial<Record<Signature, Example[]>>,
  { document, relations }: ReadExample,
  interpretation: Interpretation,
): void {
  const stated = new Set(relations.map((relation) => JSON.stringify(relation)))
  for (const candidate of pairCandidates(interpretation)) {
    const head = document.entities[candidate.head]!.name
    const tail = document.entities[candidate.tail]!.name
    const holds = predicatesBySignature[candidate.signature]!.map((predicate) =>
      stated.has(JSON.stringify([head, predicate, tail])),
    )
    const own = rows[candidate.signature] ?? []
    rows[candidate.signature] = own
    own.push({ features: featuresOf(candidate).flat(), holds })
  }
}

function withReading(example: RelationExample): ReadExample {
  return { ...example, reading: read(example.document) }
}

/** How often each rule is right, by the annotators; a triple counts once for each document and rule. */
function measureRules(examples: RelationExample[], roleModel: LoadedModel): RulePrecision {
  const counts = new Map<string, { right: number; claims: number }>()
  for (const { document, relations } of examples) {
    const stated = new Set(relations.map((relation) => JSON.stringify(relation)))
    const seen = new Set<string>()
    for (const { rule, predicate, subject, object, negated } of interpret(read(document), roleModel)
      .matches) {
      const triple = JSON.stringify([
        document.entities[subject.entity]!.name,
        predicate,
        document.entities[object.entity]!.name,
      ])
      if (negated || seen.has(rule + triple)) continue
      seen.add(rule + triple)
      const own = counts.get(rule) ?? { right: 0, claims: 0 }
      counts.set(rule, own)
      own.claims++
      if (stated.has(triple)) own.right++
    }
  }
  const rules = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    // Laplace's rule of succession, so that a rule seen three times is not held for certain.
    rules.map(([rule, { right, claims }]) => [
      rule,
      { precision: Math.round(((right + 1) / (claims + 2)) * 1000) / 1000, claims },
    ]),
  )
}

export interface TrainedRelations {
  roles: LinearModel
  pairs: PairModelFile
  rules: RulePrecision
}

/**
 * Trains both models and measures the rules; the same examples always give the same.
 * @param annotated abstracts with the annotators' entities, which the rules are measured on as well
 * @param recognised the same abstracts with entities of a tagger that had not seen them: the models learn how it errs
 */
export function trainRelations(
  annotated: RelationExample[],
  recognised: RelationExample[],
  report: Report,
): TrainedRelations {
  const examples = [...annotated, ...recognised]
  report(0, 'roles')
  const roles = trainRoles(examples)
  report(0.1, 'rules')
  const rules = measureRules(annotated, loadModel(roles))
  return { roles, rules, pairs: trainPairs(examples, within(report, 0.15, 1)) }
}
