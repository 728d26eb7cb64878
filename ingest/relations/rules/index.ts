/** Every rule of claims. To add one: a file with a `Rule`, a line here, and its rows in test/unit/relations. */
import type { Scene } from '../scenes.ts'
import { comparisons } from './comparisons.ts'
import { connected } from './connectors.ts'
import type { Rule, RuleMatch } from './rule.ts'
import { scores } from './scores.ts'

const rules: readonly Rule[] = [comparisons, scores, connected]

export function matchRules(scene: Scene): RuleMatch[] {
  return rules.flatMap((rule) => rule(scene))
}
