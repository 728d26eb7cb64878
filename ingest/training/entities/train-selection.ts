import { conceptTypes } from '../../../shared/schema.ts'
import { seededRandom, shuffle } from '../../../shared/seeded-random.ts'
import type { Candidate } from '../../entities/fast/candidates.ts'
import { probabilitiesOf } from '../../entities/fast/selection.ts'
import { normaliseForm } from '../../entities/forms.ts'
import { type LabelledDocument, labelledSpans } from './labelled-documents.ts'

export interface SelectionExample {
  signs: string[]
  /** The type of the entity, or -1 for a candidate that is none. */
  type: number
}

export interface SelectionOptions {
  epochs: number
  learningRate: number
  decay: number
  /** Signs of fewer candidates are left out. */
  minCount: number
}

/** The candidates of a document with what they are by its labels. */
export function selectionExamples(labelled: LabelledDocument, candidates: Candidate[]): SelectionExample[] {
  const { document, labels } = labelled
  const types = new Map<string, number>()
  for (const { sentence, first, end, type } of labelledSpans(labels)) {
    const { tokens } = document.sentences[sentence]!
    types.set(normaliseForm(document.text.slice(tokens[first]!.start, tokens[end - 1]!.end)), type)
  }
  return candidates.map(({ form, signs }) => ({ signs, type: types.get(form) ?? -1 }))
}

/** Logistic regression for each type by AdaGrad (Duchi et al., 2011); deterministic. */
export function trainSelection(
  examples: SelectionExample[],
  options: SelectionOptions,
): Map<string, number[]> {
  const counts = new Map<string, number>()
  for (const { signs } of examples) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= options.minCount).map(([sign]) => sign)
  const weights = new Map(kept.sort().map((sign) => [sign, conceptTypes.map(() => 0)]))
  const squares = new Map(kept.map((sign) => [sign, conceptTypes.map(() => 0.1)]))
  const known = examples.map(({ signs, type }) => ({
    signs: signs.filter((sign) => weights.has(sign)),
    type,
  }))
  const random = seededRandom(11)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(known, random)
    for (const { signs, type } of known) {
      const probabilities = probabilitiesOf(signs, weights)
      for (const sign of signs) {
        const row = weights.get(sign)!
        const square = squares.get(sign)!
        for (let label = 0; label < row.length; label++) {
          const gradient = probabilities[label]! - (label === type ? 1 : 0) + options.decay * row[label]!
          square[label]! += gradient * gradient
          row[label]! -= (options.learningRate * gradient) / Math.sqrt(square[label]!)
        }
      }
    }
  }
  const rounded = [...weights].map(([sign, row]): [string, number[]] => [
    sign,
    row.map((weight) => Math.round(weight * 1000) / 1000),
  ])
  return new Map(rounded.filter(([, row]) => row.some((weight) => Math.abs(weight) >= 0.03)))
}
