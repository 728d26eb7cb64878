import type { Score } from './scores.ts'

export interface EvaluationOptions {
  /** Name of a tier; null for the one that suits the benchmark. */
  tagger: string | null
  /** Where to write the predictions, in the benchmark's own layout; null for nowhere. */
  predictions: string | null
}

export interface EvaluationReport {
  benchmark: string
  tagger: string
  documents: number
  /** Empty where the file holds no annotation. */
  scores: Score[]
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

/** The report as a table. */
export function formatReport({ benchmark, tagger, documents, scores }: EvaluationReport): string {
  const lines = [`${benchmark}, tagger ${tagger}, ${documents} documents`]
  if (scores.length === 0) lines.push('the file holds no annotation to score against')
  for (const score of scores) {
    const [p, r, f] = [score.precision, score.recall, score.f1].map((value) => value.toFixed(3))
    const { truePositives, falsePositives, falseNegatives } = score
    lines.push(
      `${score.name.padEnd(22)} P ${p}  R ${r}  F1 ${f}   (tp ${truePositives} fp ${falsePositives} fn ${falseNegatives})`,
    )
  }
  return `${lines.join('\n')}\n`
}
