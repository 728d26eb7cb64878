/** What a benchmark is: one named question, answered by rows of figures. */
export interface Benchmark {
  readonly name: string
  /** The question that it answers. */
  readonly question: string
  /** @returns rows to be printed; or the reason why this machine cannot answer */
  run(): Promise<Record<string, string | number>[] | { lacking: string }>
}

/** The middle of some figures. */
export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
