/** A path as a sentence in the order in which it is walked. */
import type { Path, PathStep } from '../../api/contract.ts'
import { relationName } from '../relation-names.ts'

/** "is based on", "is the basis of": the relation seen from where the step begins. */
export function stepRelation({ edge, direction }: PathStep): string {
  return relationName(edge.type, direction)
}

/** "BERT is based on Transformer" */
export function stepSentence(step: PathStep): string {
  return `${step.from.name} ${stepRelation(step)} ${step.to.name}`
}

/** "BERT is based on Transformer, which outperforms LSTM" */
export function pathSentence({ steps }: Path): string {
  return steps
    .map((step, i) => (i === 0 ? stepSentence(step) : `which ${stepRelation(step)} ${step.to.name}`))
    .join(', ')
}

/** "BERT → Transformer → LSTM" */
export function pathTitle({ steps }: Path): string {
  return [...steps.slice(0, 1).map(({ from }) => from.name), ...steps.map(({ to }) => to.name)].join(' → ')
}
