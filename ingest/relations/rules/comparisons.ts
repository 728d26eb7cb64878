/** OUTPERFORMS and COMPARED_WITH, with direction, numbers, dataset, task and metric. */
import type { Span } from '../../../shared/schema.ts'
import { polarity } from '../polarity.ts'
import type { Place } from '../reading.ts'
import { maskedBetween, type Scene } from '../scenes.ts'
import { type Amount, amountsOf } from './amounts.ts'
import {
  type ComparisonCue,
  comparisonCues,
  costs,
  downward,
  evenOr,
  levelling,
  losing,
  merits,
  upward,
  type Winner,
  winning,
} from './comparison-cues.ts'
import { objectsAfter, subjectAfter, subjectBefore } from './ends.ts'
import type { RuleMatch } from './rule.ts'

const compared = ['Method'] as const
/** Most sentences compare nothing. */
const anyCue = new RegExp(comparisonCues.map(({ pattern }) => pattern.source).join('|'))
const clauseBreak = /[;]|\b(?:while|whereas|but)\b/

export function comparisons(scene: Scene): RuleMatch[] {
  if (scene.places.length < 2 || scene.sentence.kind === 'title') return []
  if (!anyCue.test(scene.sentence.masked)) return []
  const matches: RuleMatch[] = []
  const taken: Span[] = []
  for (const cue of comparisonCues) {
    for (const found of scene.sentence.masked.matchAll(cue.pattern)) {
      const start = scene.sentence.start + found.index
      const span = { start, end: start + found[0].trimEnd().length }
      if (taken.some((other) => other.start < span.end && span.start < other.end)) continue
      taken.push(span)
      matches.push(...compare(scene, cue, span))
    }
  }
  return matches
}

function compare(scene: Scene, { rule, winner }: ComparisonCue, cue: Span): RuleMatch[] {
  const fronted = rule === 'compared/compared' && isFronted(scene, cue)
  const listed = objectsAfter(scene, cue.end, compared, winner === 'object')
  const losers = fronted ? withoutSubject(scene, listed) : listed
  if (losers.length === 0) return []
  const subject = fronted
    ? subjectAfter(scene, losers.at(-1)!.end, compared)
    : (subjectInside(scene, cue) ?? subjectBefore(scene, cue, compared))
  if (!subject) return []
  const outcome = outcomeOf(scene, rule, winner, cue)
  const name = rule === 'compared/compared' && outcome !== 'none' ? 'outperforms/compared-to' : rule
  return losers
    .filter(({ entity }) => entity !== subject.entity)
    .flatMap((loser) => detailed(scene, name, outcome, cue, subject, loser))
}

/** In "compared to A and B, C achieves" the list of objects runs on into the subject. */
function withoutSubject(scene: Scene, listed: Place[]): Place[] {
  const [last, previous] = [listed.at(-1), listed.at(-2)]
  const runsOn =
    last && previous && /^[^a-z]*,\s*(?:the\s+)?$/.test(maskedBetween(scene, previous.end, last.start))
  return runsOn ? listed.slice(0, -1) : listed
}

/** "the superiority of A over": the subject stands inside of the cue. */
function subjectInside(scene: Scene, cue: Span): Place | null {
  const inside = scene.places.find(({ start, end }) => start >= cue.start && end <= cue.end)
  if (!inside || scene.types[inside.entity] !== 'Method') return null
  return /\bof\s+(?:the\s+|our\s+)?$/.test(maskedBetween(scene, cue.start, inside.start)) ? inside : null
}

function isFronted(scene: Scene, cue: Span): boolean {
  return /^(?:\W*|[^,]{0,30}\b(?:when|as|if)\s*)$/.test(maskedBetween(scene, scene.sentence.start, cue.start))
}

function outcomeOf(scene: Scene, rule: string, winner: Winner, cue: Span): Winner {
  const before = maskedBetween(scene, scene.sentence.start, cue.start)
  if (winner !== 'none') return evenOr.test(before) ? 'none' : (movedIn(scene, cue) ?? winner)
  const cueText = maskedBetween(scene, cue.start, cue.end)
  if (rule !== 'compared/compared' || /^compar(?:e|es|ing|isons?)\b/.test(cueText)) return 'none'
  const sentence = scene.sentence.masked
  if (levelling.test(sentence) || losing.test(sentence)) return 'none'
  const moved = movedIn(scene, scene.sentence)
  return moved ?? (winning.test(sentence) ? 'subject' : 'none')
}

/** How far after "lower" what is lower may stand. */
const measuredWithin = 40

/**
 * Who is ahead by the quantity that a span says is higher or lower: "lower accuracy" is worse, "lower error" better.
 * @returns null where no quantity is known to be; `none` where they disagree
 */
function movedIn(scene: Scene, span: Span): Winner | null {
  let outcome: Winner | null = null
  const text = maskedBetween(scene, span.start, span.end)
  for (const direction of [upward, downward]) {
    for (const { 0: word, index } of text.matchAll(direction)) {
      const isCost = isCostAfter(scene, span.start + index + word.length, span.end)
      if (isCost === null) continue
      const winner = (direction === downward) === isCost ? 'subject' : 'object'
      if (outcome !== null && outcome !== winner) return 'none'
      outcome = winner
    }
  }
  return outcome
}

/** Whether what is measured after an offset is a cost; null where it is neither known as such nor as a merit. */
function isCostAfter(scene: Scene, start: number, end: number): boolean | null {
  const near = Math.min(end, start + measuredWithin)
  const metric = scene.places.find(
    (place) => place.start >= start && place.start < near && scene.types[place.entity] === 'Metric',
  )
  const between = maskedBetween(scene, start, metric?.start ?? near)
  const clause = /^[^,;:]*/.exec(between)![0]
  if (costs.test(clause)) return true
  if (merits.test(clause)) return false
  return metric && clause === between ? costs.test(scene.names[metric.entity]!) : null
}

function detailed(
  scene: Scene,
  rule: string,
  outcome: Winner,
  cue: Span,
  subject: Place,
  other: Place,
): RuleMatch[] {
  const { negated, hedged } = polarity(scene.sentence, cue)
  const base = {
    rule: outcome === 'none' && !rule.startsWith('compared') ? 'compared/even-or-better' : rule,
    predicate: outcome === 'none' ? 'COMPARED_WITH' : 'OUTPERFORMS',
    subject: outcome === 'object' ? other : subject,
    object: outcome === 'object' ? subject : other,
    cue,
    negated: negated && outcome !== 'none',
    hedged,
    task: placeAround(scene, cue, 'Task'),
  } as const
  const reported = amountsOf(scene)
  const amounts = reported.filter((amount) => belongs(scene, cue, amount))
  const datasets = datasetsAround(scene, cue)
  if (amounts.length > 0) {
    const placed = amounts.flatMap((amount): Amount[] => {
      const isShared = amount.dataset && reported.length === 1
      return isShared && datasets.length > 1 ? datasets.map((dataset) => ({ ...amount, dataset })) : [amount]
    })
    return placed.map(({ dataset, metric, value, unit, valueKind }) => ({
      ...base,
      dataset,
      metric: metric ?? placeAround(scene, cue, 'Metric'),
      value,
      unit,
      valueKind,
    }))
  }
  const metric = placeAround(scene, cue, 'Metric')
  const nothing = { metric, value: null, unit: null, valueKind: null }
  return datasets.length > 0
    ? datasets.map((dataset) => ({ ...base, dataset, ...nothing }))
    : [{ ...base, dataset: null, ...nothing }]
}

/** Amounts of the cue's own clause that measure a distance. */
function belongs(scene: Scene, cue: Span, amount: Amount): boolean {
  if (amount.valueKind === 'score') return false
  const gap =
    amount.start >= cue.end
      ? maskedBetween(scene, cue.end, amount.start)
      : amount.end <= cue.start
        ? maskedBetween(scene, amount.end, cue.start)
        : ''
  return !clauseBreak.test(gap)
}

function datasetsAround(scene: Scene, cue: Span): Place[] {
  const datasets = scene.places.filter(
    ({ entity, implicit }) => scene.types[entity] === 'Dataset' && !implicit,
  )
  const after = datasets.filter(
    ({ start }) => start >= cue.end && !clauseBreak.test(maskedBetween(scene, cue.end, start)),
  )
  const chosen = after.length > 0 ? after : datasets.filter(({ end }) => end <= cue.start)
  return chosen.filter(({ entity }, index) => chosen.findIndex((other) => other.entity === entity) === index)
}

/** The nearest place of a type after the cue in its clause, else before it. */
function placeAround(scene: Scene, cue: Span, type: 'Task' | 'Metric'): Place | null {
  const fitting = scene.places.filter(({ entity }) => scene.types[entity] === type)
  const after = fitting.find(
    ({ start }) => start >= cue.start && !clauseBreak.test(maskedBetween(scene, cue.start, start)),
  )
  return after ?? fitting.findLast(({ end }) => end <= cue.start) ?? null
}
