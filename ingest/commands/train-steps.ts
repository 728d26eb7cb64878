/** The steps that `skein train` runs, with their progress. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError, UsageError } from '../../shared/errors.ts'
import { trainingSteps } from '../training/steps.ts'
import type { TrainingRun } from '../training/training-run.ts'
import type { TrainingStep } from '../training/training-step.ts'
import { type Bar, duration } from './progress.ts'

/** Before so much of the work is done, nobody knows how long the rest takes. */
const leastShare = 0.03

/**
 * @param only names separated by commas; null for all
 * @param isOwn whether annotated abstracts are all there is to learn from
 * @throws UsageError for a name that is no step, or none that can be trained
 */
export function chosenSteps(only: string | null, isOwn: boolean): TrainingStep[] {
  const possible = trainingSteps.filter(({ fromAbstracts }) => fromAbstracts || !isOwn)
  const asked = only?.split(',') ?? possible.map(({ name }) => name)
  const unknown = asked.find((name) => !possible.some((step) => step.name === name))
  if (unknown === undefined) return possible.filter(({ name }) => asked.includes(name))
  const known = possible.map(({ name }) => name).join(', ')
  throw new UsageError(`--only takes ${known}, separated by commas, not "${unknown}".`)
}

/** @throws InputError where the folder holds one of the files */
export function refuseToOverwrite(folder: string, files: readonly string[]): void {
  const there = files.find((name) => existsSync(join(folder, name)))
  if (there === undefined) return
  throw new InputError(
    `${join(folder, there)} is there already; name another folder with --out, or delete it.`,
  )
}

/** Runs them in their order, and tells how far it all is. */
export async function runSteps(steps: readonly TrainingStep[], run: TrainingRun, bar: Bar): Promise<void> {
  const started = performance.now()
  const total = steps.reduce((sum, { minutes }) => sum + minutes, 0)
  let finished = 0
  for (const step of steps) {
    await step.run(run, (share, what) => {
      const done = (finished + share * step.minutes) / total
      const seconds = (performance.now() - started) / 1000
      bar.show(done, () => {
        const toGo = done < leastShare ? '' : `, ${duration((seconds * (1 - done)) / done)} to go`
        return `${step.name}: ${what}, ${Math.floor(done * 100)} %${toGo}`
      })
    })
    finished += step.minutes
    bar.say(`${step.name}: done after ${duration((performance.now() - started) / 1000)}`)
  }
}
