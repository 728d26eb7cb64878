/** Citation intent, sentence by sentence, in the labels of SciCite and of ACL-ARC. */
import { writeFileSync } from 'node:fs'
import {
  type IntentClassifier,
  type IntentScheme,
  intentSchemes,
} from '../relations/intent/intent-classifier.ts'
import { loadTier, tiers } from '../tiers.ts'
import { type ExtractionError, summariseErrors } from './errors.ts'
import type { Evaluation, EvaluationReport } from './evaluation.ts'
import { readRecords } from './records.ts'
import { type Judgement, reliabilityOf } from './reliability.ts'
import { type Score, scoreOf } from './scores.ts'

/** A line of the benchmarks; without annotation, `label` is missing. */
interface IntentRecord {
  text: string
  label?: string
}

type PredictedRecord = IntentRecord & { predicted_label: string }

interface IntentResult extends Pick<EvaluationReport, 'documents' | 'scores'> {
  errors: ExtractionError[]
  judgements: Judgement[]
  /** The records with what was predicted for them. */
  predictions: PredictedRecord[]
}

/**
 * Scores a classifier on citing sentences.
 * @returns scores (a row for each label, and their mean), errors and judgements are of the records with annotation, and
 *   empty where there are none
 * @throws InputError for a file that is not in the benchmark's layout
 */
export async function evaluateIntent(
  path: string,
  scheme: IntentScheme,
  classifier: IntentClassifier,
): Promise<IntentResult> {
  const labels = Object.keys(intentSchemes[scheme])
  const records = readRecords<IntentRecord>(path, ({ text, label }) => {
    if (typeof text !== 'string')
      return `expected "text", a citing sentence, and "label", as in ${scheme}/test.jsonl`
    if (label === undefined || labels.includes(label)) return null
    return `"label" is ${JSON.stringify(label)}; ${scheme} has ${labels.join(', ')}`
  })
  const answers = await classifier.classify(
    records.map(({ text }) => text),
    scheme,
  )
  const errors: ExtractionError[] = []
  const judgements: Judgement[] = []
  const predictions = records.map((record, index): PredictedRecord => {
    const { label: predicted, probability } = answers[index]![0]!
    const { text, label } = record
    if (label !== undefined) judgements.push({ confidence: probability, isRight: label === predicted })
    if (label !== undefined && label !== predicted) {
      errors.push({
        ...{ part: 'intents', category: `${label}, read as ${predicted}` },
        ...{ document: `line ${index + 1}`, form: predicted },
        ...{ annotated: `${label} (${JSON.stringify(text)})`, extracted: predicted },
      })
    }
    return { ...record, predicted_label: predicted }
  })
  return {
    ...{ documents: records.length, scores: scoreIntent(labels, predictions) },
    ...{ errors, judgements, predictions },
  }
}

/** A row for each label, and one whose precision, recall and F1 are the means over labels. */
function scoreIntent(labels: string[], predictions: PredictedRecord[]): Score[] {
  const annotated = predictions.filter(({ label }) => label !== undefined)
  if (annotated.length === 0) return []
  const rows = labels.map((row) => {
    const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 }
    for (const { label, predicted_label } of annotated) {
      if (label === row && predicted_label === row) counts.truePositives++
      else if (predicted_label === row) counts.falsePositives++
      else if (label === row) counts.falseNegatives++
    }
    return scoreOf(row, counts)
  })
  const mean = (key: 'precision' | 'recall' | 'f1') =>
    rows.reduce((sum, row) => sum + row[key], 0) / rows.length
  const total = (key: 'truePositives' | 'falsePositives' | 'falseNegatives') =>
    rows.reduce((sum, row) => sum + row[key], 0)
  const macro: Score = {
    name: 'macro F1',
    ...{ precision: mean('precision'), recall: mean('recall'), f1: mean('f1') },
    truePositives: total('truePositives'),
    falsePositives: total('falsePositives'),
    falseNegatives: total('falseNegatives'),
  }
  return [...rows, macro]
}

function intentEvaluation(scheme: IntentScheme, label: string): Evaluation {
  return {
    name: scheme,
    label,
    async run(path, options) {
      const tier = await loadTier(options.tagger ?? tiers[0]!.name, options.models)
      const result = await evaluateIntent(path, scheme, tier.relations.intent)
      const { documents, scores, errors, judgements, predictions } = result
      if (options.predictions) {
        writeFileSync(
          options.predictions,
          predictions.map((record) => `${JSON.stringify(record)}\n`).join(''),
        )
      }
      return {
        ...{ benchmark: scheme, tagger: tier.name, documents, scores },
        ...(options.errors > 0 ? { errors: summariseErrors(errors, options.errors) } : {}),
        ...(options.reliability ? { reliability: [reliabilityOf('intents', judgements)] } : {}),
      }
    },
  }
}

export const scicite = intentEvaluation(
  'scicite',
  'SciCite: what a sentence cites for (background, method, result)',
)
export const aclArc = intentEvaluation('acl-arc', 'ACL-ARC: the same, in six labels')
