/** Results without a rival: EVALUATED_ON the dataset, MEASURED_BY the metric, with the number. */
import type { Span } from '../../../shared/schema.ts'
import { polarity } from '../polarity.ts'
import { maskedBetween, type Scene } from '../scenes.ts'
import { amountsOf } from './amounts.ts'
import { subjectAfter, subjectBefore } from './ends.ts'
import type { RuleMatch } from './rule.ts'

const reaching =
  /\b(?:achiev(?:es?|ed|ing)|obtain(?:s|ed|ing)?|reach(?:es|ed|ing)?|attain(?:s|ed|ing)?|yield(?:s|ed|ing)?|scor(?:es?|ed|ing)|report(?:s|ed)?|gets?|deliver(?:s|ed)?|record(?:s|ed)|sets?|setting|improv(?:es?|ed|ing)|reduc(?:es?|ed|ing)|increas(?:es?|ed|ing)|boost(?:s|ed|ing)?|with an?|demonstrat(?:es?|ed|ing)|produc(?:es?|ed|ing)|has|gives?|exhibits?|accomplish(?:es|ed))\b/g

export function scores(scene: Scene): RuleMatch[] {
  const { sentence } = scene
  if (sentence.kind === 'title' || !/\d/.test(sentence.masked)) return []
  const matches: RuleMatch[] = []
  for (const amount of amountsOf(scene)) {
    const { start, dataset, metric, value, unit, valueKind } = amount
    if (!dataset && !metric) continue
    const verb = [...sentence.masked.matchAll(reaching)].findLast(
      ({ index }) => sentence.start + index < start,
    )
    if (!verb) continue
    const cueStart = sentence.start + verb.index
    const cue: Span = { start: cueStart, end: cueStart + verb[0].length }
    if (/[;]/.test(maskedBetween(scene, cue.end, start))) continue
    const subject = subjectBefore(scene, cue, ['Method']) ?? subjectAfter(scene, sentence.start, ['Method'])
    if (!subject || subject.start >= start) continue
    const task = scene.places.find(({ entity }) => scene.types[entity] === 'Task') ?? null
    const base = { subject, cue, ...polarity(sentence, cue), task, value, unit, valueKind }
    const rule = `${valueKind}/reaches`
    if (dataset) matches.push({ ...base, rule, predicate: 'EVALUATED_ON', object: dataset, dataset, metric })
    if (metric)
      matches.push({
        ...base,
        rule: `${valueKind}/metric`,
        predicate: 'MEASURED_BY',
        object: metric,
        dataset,
        metric,
      })
  }
  return matches
}
