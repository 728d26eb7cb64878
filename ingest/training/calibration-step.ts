import { calibrationFile, uncalibrated } from '../calibration.ts'
import { evaluateAbstracts } from '../evaluation/abstracts.ts'
import { extract } from '../pipeline.ts'
import { loadTier } from '../tiers.ts'
import { readAnnotatedAbstracts } from './annotated-abstracts.ts'
import { fitCalibration } from './fit-calibration.ts'
import type { TrainingStep } from './training-step.ts'

/**
 * Fits what the confidences of a tier are worth on the dev abstracts, which none of its models has seen. The training
 * abstracts, read by models of other folds, were tried: their confidences are right as they are, and promise too much
 * elsewhere.
 * @param tier its name; the step reads with the models of the run's folder
 * @param name of the step
 */
export function calibrationStep(tier: string, name: string): TrainingStep {
  return {
    name,
    label: `what the confidences of the tier ${tier} are worth`,
    files: [calibrationFile(tier)],
    minutes: 0.2,
    fromAbstracts: false,
    async run(run, report) {
      const abstracts = readAnnotatedAbstracts(run.dataFile('gold/abstracts-dev.jsonl'))
      report(0, `reading ${abstracts.length} abstracts`)
      const models = { ...(await loadTier(tier, run.folder)), calibration: uncalibrated }
      const { judgements } = await evaluateAbstracts(abstracts, (papers) => extract(papers, models))
      run.write(calibrationFile(tier), `${JSON.stringify(fitCalibration(judgements), null, 1)}\n`)
    },
  }
}
