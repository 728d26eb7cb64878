import { type ErrorCategory, formatErrors } from './errors.ts'
import { formatReliability, type ReliabilityTable } from './reliability.ts'
import type { Score } from './scores.ts'

export interface EvaluationOptions {
  /** Name of a tier; null for the one that suits the benchmark. */
  tagger: string | null
  /** Folder of models. */
  models: string
  /** Where to write the predictions, in the benchmark's own layout; null for nowhere. */
  predictions: string | null
  /** How many forms and examples to give for each category of error; 0 for no errors. */
  errors: number
  /** Whether to compare confidences with the share that is right, where the benchmark can tell. */
  reliability: boolean
}

export interface EvaluationReport {
  benchmark: string
  tagger: string
  documents: number
  /** Empty where the file holds no annotation. */
  scores: Score[]
  /** Relations label by label, where the benchmark has relations. */
  labels?: Score[]
  /** Where they were asked for. */
  errors?: ErrorCategory[]
  reliability?: ReliabilityTable[]
}

/** A benchmark that extraction can be measured on. */
export interface Evaluation {
  readonly name: string
  /** What a person reads in the help. */
  readonly label: string
  /**
   * @param path the benchmark's file
   * @throws InputError for a file that is not in the benchmark's layout, UsageError for an unknown tagger
   */
  run(path: string, options: EvaluationOptions): Promise<EvaluationReport>
}

/** The report as tables. */
export function formatReport(report: EvaluationReport): string {
  const { benchmark, tagger, documents, scores, labels = [], errors = [], reliability = [] } = report
  const lines = [`${benchmark}, tagger ${tagger}, ${documents} documents`]
  if (scores.length === 0) lines.push('the file holds no annotation to score against')
  lines.push(...scores.map(formatScore))
  if (labels.length > 0) lines.push('', 'relations by label', ...labels.map(formatScore))
  lines.push(...reliability.flatMap(formatReliability), ...formatErrors(errors))
  return `${lines.join('\n')}\n`
}

function formatScore(score: Score): string {
  const [p, r, f] = [score.precision, score.recall, score.f1].map((value) => value.toFixed(3))
  const { truePositives, falsePositives, falseNegatives } = score
  return `${score.name.padEnd(22)} P ${p}  R ${r}  F1 ${f}   (tp ${truePositives} fp ${falsePositives} fn ${falseNegatives})`
}
