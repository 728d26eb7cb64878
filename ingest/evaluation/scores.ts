/** Counts of right, wrong and missed, and what they come to. */
export interface Counts {
  truePositives: number
  falsePositives: number
  falseNegatives: number
}

export interface Score extends Counts {
  /** What was scored: a type, "all", "introduced" and so on. */
  name: string
  precision: number
  recall: number
  f1: number
}

export function noCounts(): Counts {
  return { truePositives: 0, falsePositives: 0, falseNegatives: 0 }
}

/** Precision, recall and their harmonic mean; 0 where there is nothing to divide by. */
export function scoreOf(name: string, counts: Counts): Score {
  const { truePositives, falsePositives, falseNegatives } = counts
  const precision = truePositives / (truePositives + falsePositives || 1)
  const recall = truePositives / (truePositives + falseNegatives || 1)
  const f1 = (2 * precision * recall) / (precision + recall || 1)
  return { name, precision, recall, f1, truePositives, falsePositives, falseNegatives }
}
