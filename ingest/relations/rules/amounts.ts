/** Numbers that a sentence reports, with their unit, kind and metric. */
import type { Span, ValueKind } from '../../../shared/schema.ts'
import type { Place } from '../reading.ts'
import { maskedBetween, type Scene } from '../scenes.ts'

export interface Amount extends Span {
  value: number
  unit: string | null
  valueKind: ValueKind
  metric: Place | null
  dataset: Place | null
}

const numberPattern =
  /(?<![\p{L}\p{N}.,-])([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*(\\?%|percentage points?|percent(?:age)?|absolute points?|points?|pts?\b|pp\b|x\b|×|times\b|-fold\b|fold\b|db\b|ms\b|fps\b)?(?![\p{L}\p{N}])/gu
const differenceBefore =
  /\b(?:by|improvements? of|gains? of|increase of|reduction of|drop of|margins? of|boosts? of|decrease of|improving|\+)\s*(?:as much as|an? (?:average|absolute|relative)? ?(?:margin|gain|improvement)? ?(?:of )?|up to|about|around|nearly|almost|over|more than|at least|approximately|roughly|~|≈|>|absolute)?\s*\$?$/
const differenceAfter =
  /^\\?\$?\s*(?:absolute|relative|average|percentage|points?)?\s*(?:absolute |relative |average |accuracy |performance )?(?:higher|lower|better|improvements?|gains?|increase|reduction|boost|fewer|less|more|drop|absolute|relative)\b/
const ratioUnit = /^(?:x|×|times|-?fold)$/
const identifierBefore =
  /\b(?:in|since|of|the|to|from|between|top|rank|level|table|figure|section|equation|version|v|task|type|year)\s*$/
const scoreBefore =
  /\b(?:of|achiev\w*|obtain\w*|reach\w*|attain\w*|scor\w*|to|at|is|and|with|an?|get\w*|yield\w*|report\w*|an? (?:average|overall|mean)|:|=|\()\s*(?:about|around|nearly|almost|over|up to|approximately|roughly|~|≈|=|only|an?)?\s*\$?$/
const fromBefore = /\bfrom\s*\$?$/

/** @returns the amounts of a sentence that are a difference, a ratio, or a score with a unit or a metric */
export function amountsOf(scene: Scene): Amount[] {
  const figures = shared(scene, figuresOf(scene))
  const amounts = figures.filter((figure) => isReported(scene, figure))
  return withDatasets(scene, amounts)
}

function figuresOf(scene: Scene): Amount[] {
  const { sentence } = scene
  const numbers = [...sentence.masked.matchAll(numberPattern)].filter(
    (match) => !isOfRange(sentence.masked, match.index, match.index + match[0].trimEnd().length),
  )
  return numbers.map((match): Amount => {
    const start = sentence.start + match.index
    const end = start + match[0].trimEnd().length
    const [, sign = '', digits = '', matchedUnit] = match
    const unit = matchedUnit?.trim() ?? null
    const valueKind = kindOf(textBefore(scene, start), maskedBetween(scene, end, end + 60), sign, unit)
    const value = Number(digits.replaceAll(',', '')) * (sign === '-' && valueKind !== 'difference' ? -1 : 1)
    return { start, end, value, unit, valueKind, metric: metricOf(scene, start, end), dataset: null }
  })
}

/** "10-15 %" and "50 to 70 %" are no one number, "2 orders of magnitude" is none that could be compared. */
function isOfRange(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  const isFirst = /^\s*(?:%\s*)?(?:-|–|—|to\s)\s*\d/.test(after) && !/\bfrom\s*$/.test(before)
  const isSecond = /(?<!\bfrom\s*[\d.]*)(?<![\d.])[\d.]+\s*(?:%\s*)?(?:-|–|—|\sto)\s*$/.test(before)
  return isFirst || isSecond || /^\s*orders? of magnitude/.test(after)
}

/** In "by 2.1 and 3.4 F1" kind, unit and metric are stated once for both. */
function shared(scene: Scene, figures: Amount[]): Amount[] {
  const all = figures.map((figure) => ({ ...figure }))
  const between = (index: number) => maskedBetween(scene, all[index - 1]!.end, all[index]!.start)
  const joins = (index: number) => /^\s*(?:,|\/|,?\s*(?:and|or)(?:\s+by)?)\s*$/.test(between(index))
  // "by 2.1 points on A and 3.4 on B".
  const joinsDatasets = (index: number) =>
    /^\s*(?:on|in|for)\s+(?:the\s+)?\uE001+(?:\s+(?:data\s?sets?|benchmarks?))?\s*(?:,|,?\s*and)\s*(?:by\s+|an?\s+)?$/.test(
      between(index),
    )
  for (let index = 1; index < all.length; index++) {
    const [last, own] = [all[index - 1]!, all[index]!]
    const isNext = joinsDatasets(index) && (own.unit === null || own.unit === last.unit)
    if ((joins(index) || isNext) && own.valueKind === 'score') own.valueKind = last.valueKind
    if (!isNext) continue
    own.unit ??= last.unit
    own.metric ??= last.metric
  }
  for (let index = all.length - 1; index > 0; index--) {
    if (!joins(index)) continue
    all[index - 1]!.unit ??= all[index]!.unit
    all[index - 1]!.metric ??= all[index]!.metric
  }
  return all
}

function isReported(scene: Scene, { start, unit, metric, valueKind }: Amount): boolean {
  const before = textBefore(scene, start)
  if (!unit && !metric && identifierBefore.test(before)) return false
  if (valueKind !== 'score') return true
  if (fromBefore.test(before)) return false
  return metric !== null || (/%|percent|points?/.test(unit ?? '') && scoreBefore.test(before))
}

function textBefore(scene: Scene, start: number): string {
  return maskedBetween(scene, Math.max(scene.sentence.start, start - 40), start)
}

function kindOf(before: string, after: string, sign: string, unit: string | null): ValueKind {
  if (unit && ratioUnit.test(unit)) return 'ratio'
  if (sign === '+' || differenceBefore.test(before) || differenceAfter.test(after)) return 'difference'
  return 'score'
}

/** "28.4 BLEU", "2.1 points in F1", "an FID of 2.97", "accuracy by 2.1%". */
function metricOf(scene: Scene, start: number, end: number): Place | null {
  const isMetric = (place: Place) => scene.types[place.entity] === 'Metric'
  const next = scene.places.find((place) => place.start >= end)
  if (next && isMetric(next)) {
    const gap = maskedBetween(scene, end, next.start)
    if (
      /^\s*\$?\s*(?:absolute |relative |percentage |average |top |points? |higher |better |lower |improvements? |gains? |test |mean |an? )*(?:in |of |on |for |improvement in |gain in )?(?:the |average |test |mean |terms of )*$/.test(
        gap,
      )
    )
      return next
  }
  const previous = scene.places.findLast((place) => place.end <= start)
  if (!previous || !isMetric(previous)) return null
  const gap = maskedBetween(scene, previous.end, start)
  return /^\s*(?:\([^()]{1,20}\)\s*)?(?:scores?|values?|rates?|results?|is|was|reaches|by|of|to|at|from \S+ to|:|=|\(|,|up|about|an? average|average)*(?:\s+(?:of|by|to|at|up to|about|around|over|nearly|from \S+ to))*\s*\$?[~≈><=(]?\s*$/.test(
    gap,
  )
    ? previous
    : null
}

/** Each amount goes with the datasets that follow it before the next amount; "respectively" pairs them in order. */
function withDatasets(scene: Scene, amounts: Amount[]): Amount[] {
  const datasets = scene.places.filter(
    ({ entity, implicit }) => scene.types[entity] === 'Dataset' && !implicit,
  )
  if (amounts.length === 0 || datasets.length === 0) return amounts
  const first = amounts[0]!
  const last = amounts.at(-1)!
  const after = datasets.filter(({ start }) => start >= last.end)
  const before = datasets.filter(({ end }) => end <= first.start)
  const inOrder = [after, before].find((list) => list.length === amounts.length && amounts.length > 1)
  const interleaved = datasets.some(({ start }) => start > first.end && start < last.start)
  if (inOrder && !interleaved)
    return amounts.map((amount, index) => ({ ...amount, dataset: inOrder[index]! }))
  return amounts.flatMap((amount, index): Amount[] => {
    const until = amounts[index + 1]?.start ?? scene.sentence.end
    const own = datasets.filter(({ start }) => start >= amount.end && start < until)
    const since = amounts[index - 1]?.end ?? scene.sentence.start
    const earlier = datasets.filter(({ start, end }) => start >= since && end <= amount.start)
    const chosen = own.length > 0 ? own : earlier.length > 0 ? earlier : before.slice(-1)
    return chosen.length > 0 ? chosen.map((dataset) => ({ ...amount, dataset })) : [amount]
  })
}
