/** A reading with its roles guessed, its silent subjects resolved and its rules matched. */

import type { LoadedModel } from '../weights/linear-model.ts'
import type { Introduced } from './implicit-subjects.ts'
import type { Opinion } from './judge.ts'
import type { Reading, ReadSentence } from './reading.ts'
import { guessRoles, mainIntroduced, type RoleGuess } from './roles.ts'
import { matchRules } from './rules/index.ts'
import type { RuleMatch } from './rules/rule.ts'
import { type Scene, scenesOf } from './scenes.ts'

export interface Interpretation {
  reading: Reading
  guesses: RoleGuess[]
  main: Introduced
  scenes: Scene[]
  matches: FoundMatch[]
}

interface FoundMatch extends RuleMatch {
  sentence: ReadSentence
}

/** @param opinion a judge's, on the same entities; null where the linear model decides alone */
export function interpret(
  reading: Reading,
  roleModel: LoadedModel,
  opinion: Opinion | null = null,
): Interpretation {
  const guesses = guessRoles(reading, roleModel, opinion)
  const main = mainIntroduced(reading, guesses)
  const scenes = scenesOf(reading, main)
  const matches = scenes.flatMap((scene) =>
    matchRules(scene).map((match): FoundMatch => ({ ...match, sentence: scene.sentence })),
  )
  return { reading, guesses, main, scenes, matches }
}
