/** What each entity is to the paper, decided by the trained model of roles and by what sentences announce. */
import { type Role, roles } from '../../shared/schema.ts'
import { type LoadedModel, probabilities } from '../weights/linear-model.ts'
import { announcedEntities, announcedProbability } from './announcements.ts'
import type { Introduced } from './implicit-subjects.ts'
import { type Opinion, weigh } from './judge.ts'
import type { Reading } from './reading.ts'
import { roleFeatures } from './role-features.ts'

export interface RoleGuess {
  role: Role
  /** Probability that the paper introduces it; that of the role taken. */
  introduced: number
  confidence: number
  /** Probability that annotators would have no such entity. */
  spurious: number
}

/** The labels of the model: the roles, and that of a name that is no entity. */
export const roleLabels = [...roles, 'spurious'] as const

export const roleModelFile = 'roles.bin'

/** @param opinion a judge's, on the same entities; null where the linear model decides alone */
export function guessRoles(reading: Reading, model: LoadedModel, opinion: Opinion | null): RoleGuess[] {
  const introducedAt = opinion ? opinion.weights.introduced : model.thresholds[0]!
  const announced = announcedEntities(reading)
  return roleFeatures(reading).map((features, index): RoleGuess => {
    const linear = probabilities(model, features)
    const judged = opinion?.judgement.roles[index]
    const all = judged
      ? linear.map((own, label) => weigh(own, judged[label]!, opinion.weights.roles))
      : linear
    const [modelled, ...others] = all.slice(0, roles.length) as [number, ...number[]]
    const introduced = announced.has(index) ? Math.max(modelled, announcedProbability) : modelled
    const spurious = all[roles.length]!
    const best = Math.max(...others)
    if (introduced >= introducedAt)
      return { role: 'introduced', introduced, confidence: introduced, spurious }
    const total = introduced + others.reduce((sum, other) => sum + other, 0)
    return { role: roles[1 + others.indexOf(best)]!, introduced, confidence: best / total, spurious }
  })
}

/** What "our method" and "our dataset" mean: the likeliest introduced Method and Dataset. */
export function mainIntroduced(reading: Reading, guesses: RoleGuess[]): Introduced {
  const likeliest = (type: string): number | null => {
    let best: number | null = null
    guesses.forEach((guess, index) => {
      if (guess.role !== 'introduced' || reading.entities[index]!.type !== type) return
      if (best === null || guess.introduced > guesses[best]!.introduced) best = index
    })
    return best
  }
  return { method: likeliest('Method'), dataset: likeliest('Dataset') }
}
