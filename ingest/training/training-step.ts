import type { Report } from './report.ts'
import type { TrainingRun } from './training-run.ts'

export interface TrainingStep {
  readonly name: string
  /** What a person reads in the help. */
  readonly label: string
  /** What it writes. */
  readonly files: readonly string[]
  /** Minutes of one core on the data that the shipped models are made of: what the time to go is reckoned by. */
  readonly minutes: number
  /** Whether annotated abstracts are all it learns from, so that it can be trained on one's own. */
  readonly fromAbstracts: boolean
  /** @throws InputError where its data is missing or damaged */
  run(run: TrainingRun, report: Report): Promise<void>
}
