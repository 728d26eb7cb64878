/** What a rule finds; every rule file gives a function from a scene to its matches. */
import type { Predicate, Span, ValueKind } from '../../../shared/schema.ts'
import type { Place } from '../reading.ts'
import type { Scene } from '../scenes.ts'

export interface RuleMatch {
  rule: string
  predicate: Predicate
  subject: Place
  object: Place
  cue: Span
  negated: boolean
  hedged: boolean
  dataset: Place | null
  task: Place | null
  metric: Place | null
  value: number | null
  unit: string | null
  valueKind: ValueKind | null
}

export type Rule = (scene: Scene) => RuleMatch[]
