/** Whether confidences mean what they say: of what is given 0.9, nine in ten should be right. */

/** Something extracted, and whether the annotators have it. */
export interface Judgement {
  confidence: number
  isRight: boolean
}

export interface ReliabilityBin {
  /** Half open, the last one closed. */
  from: number
  to: number
  count: number
  /** Null where nothing falls in. */
  meanConfidence: number | null
  right: number | null
}

export interface ReliabilityTable {
  name: string
  count: number
  bins: ReliabilityBin[]
  /**
   * Expected calibration error: the mean distance of confidence and share right over ten bins, weighted by their
   * size (Guo et al., On calibration of modern neural networks, ICML 2017, section 2).
   */
  expectedError: number
}

const binCount = 10

/** @returns ten bins of equal width */
export function reliabilityOf(name: string, judgements: Judgement[]): ReliabilityTable {
  const members = Array.from({ length: binCount }, (): Judgement[] => [])
  for (const judgement of judgements) {
    members[Math.min(binCount - 1, Math.floor(judgement.confidence * binCount))]!.push(judgement)
  }
  const bins = members.map((own, index): ReliabilityBin => {
    const mean = (values: number[]) =>
      values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
    return {
      from: index / binCount,
      to: (index + 1) / binCount,
      count: own.length,
      meanConfidence: mean(own.map(({ confidence }) => confidence)),
      right: mean(own.map(({ isRight }) => Number(isRight))),
    }
  })
  const distances = bins.map(
    ({ count, meanConfidence, right }) => count * Math.abs((meanConfidence ?? 0) - (right ?? 0)),
  )
  const total = distances.reduce((sum, distance) => sum + distance, 0)
  return { name, count: judgements.length, bins, expectedError: total / (judgements.length || 1) }
}

/** The table as lines for a person. */
export function formatReliability({ name, count, bins, expectedError }: ReliabilityTable): string[] {
  const number = (value: number | null) => (value === null ? '-' : value.toFixed(3)).padStart(6)
  return [
    '',
    `confidence of ${name}: expected calibration error ${expectedError.toFixed(3)} over ${count}`,
    '  confidence   number    mean   right',
    ...bins.map(
      ({ from, to, count: own, meanConfidence, right }) =>
        `  ${from.toFixed(1)} to ${to.toFixed(1)} ${String(own).padStart(9)}  ${number(meanConfidence)}  ${number(right)}`,
    ),
  ]
}
