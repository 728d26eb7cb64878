/** Numbers of papers, grouped into what may be compared and put in order. */

import type { ValueKind } from '../../../shared/schema.ts'
import { valueKinds } from '../../../shared/schema.ts'
import type { BetterDirection, Board, Score } from '../contract.ts'
import { addTo } from './add-to.ts'
import { betterDirection } from './metric-direction.ts'
import { byText } from './text-order.ts'

/** A score with the name of its metric; null where the sentence names none. */
export interface MeasuredScore extends Score {
  metricName: string | null
}

/**
 * One board for each metric, unit and kind of number: scores before differences before ratios, the boards with more
 * methods first, those without a metric last.
 */
export function boardsOf(measured: readonly MeasuredScore[]): Board[] {
  const groups = new Map<string, MeasuredScore[]>()
  for (const score of withoutRepeats(measured)) {
    const { unit, valueKind } = score.statement
    const name = JSON.stringify([metricOf(score), unit, valueKind])
    addTo(groups, name, score)
  }
  const boards = [...groups.values()].map(boardOf)
  return boards.sort(
    (a, b) =>
      valueKinds.indexOf(a.kind) - valueKinds.indexOf(b.kind) ||
      Number(a.metric === null) - Number(b.metric === null) ||
      methodsOf(b) - methodsOf(a) ||
      byText(a.metric ?? '', b.metric ?? '') ||
      byText(a.unit ?? '', b.unit ?? ''),
  )
}

function boardOf(group: readonly MeasuredScore[]): Board {
  const { statement, metricName } = group[0]!
  const kind: ValueKind = statement.valueKind ?? 'score'
  // The size of a gain is no rank: what it is a gain over differs from row to row.
  const better = kind === 'score' && metricName !== null ? betterDirection(metricName) : null
  const scores = group.map(({ metricName: _, ...score }) => score)
  return {
    metric: metricName,
    unit: statement.unit,
    kind,
    better,
    scores: scores.sort((a, b) => bestFirst(a, b, better)),
  }
}

/**
 * Several rules may read one number from one sentence: as a result on the dataset, as one by the metric, as a
 * comparison. What says most of it stays, once.
 */
function withoutRepeats(measured: readonly MeasuredScore[]): MeasuredScore[] {
  const readings = new Map<string, Map<string, MeasuredScore>>()
  for (const score of [...measured].sort(surestFirst)) {
    const { paper, sentence, value, unit, valueKind } = score.statement
    const number = JSON.stringify([paper.key, sentence.text, score.method.key, value, unit, valueKind])
    const reading = JSON.stringify([metricOf(score), score.over?.key ?? null])
    const known = readings.get(number) ?? new Map<string, MeasuredScore>()
    readings.set(number, known)
    if (!known.has(reading)) known.set(reading, score)
  }
  return [...readings.values()].flatMap((known) => {
    const scores = [...known.values()]
    const most = Math.max(...scores.map(statedBeside))
    return scores.filter((score) => statedBeside(score) === most)
  })
}

function statedBeside(score: MeasuredScore): number {
  return Number(score.metricName !== null) + Number(score.over !== null)
}

/** What tells metrics apart: the concept, or the name where there is none. */
function metricOf({ statement, metricName }: MeasuredScore): string | null {
  return statement.metric?.key ?? metricName
}

function surestFirst({ statement: a }: MeasuredScore, { statement: b }: MeasuredScore): number {
  return (b.confidence ?? 0) - (a.confidence ?? 0) || byText(a.key, b.key)
}

function bestFirst(a: Score, b: Score, better: BetterDirection | null): number {
  const difference = (a.statement.value ?? 0) - (b.statement.value ?? 0)
  return (
    (better === 'lower' ? difference : -difference) ||
    byText(a.method.name, b.method.name) ||
    (a.statement.paper.year ?? 0) - (b.statement.paper.year ?? 0) ||
    byText(a.statement.key, b.statement.key)
  )
}

function methodsOf({ scores }: Board): number {
  return new Set(scores.map(({ method }) => method.key)).size
}
