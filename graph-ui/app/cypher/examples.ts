/** Worked examples: what one asks a graph of papers, about the strongest concepts of this one. */
import type { ConceptType } from '../../../shared/schema.ts'
import type { ViewNode } from '../../api/contract.ts'
import { examples } from './example-queries.ts'
import { type FieldTexts, fieldText } from './parameters.ts'

export interface Example {
  title: string
  /** What it answers, in one line. */
  answers: string
  cypher: string
  /** What its parameters stand for. */
  about: Readonly<Record<string, Subject>>
}

/** The strongest concept of a type, or the one after it. */
export type Subject = ConceptType | 'second Task' | 'year'

export interface FilledExample extends Omit<Example, 'about'> {
  fields: FieldTexts
}

/** @param nodes concepts of this graph; an example about a type that it does not have is left out */
export function examplesFor(nodes: readonly ViewNode[]): FilledExample[] {
  const strongest = [...nodes].sort((a, b) => b.papers - a.papers || (a.key < b.key ? -1 : 1))
  const namesOf = (type: ConceptType) =>
    strongest.filter((node) => node.type === type).map(({ name }) => name)
  const years = nodes.flatMap(({ lastYear }) => lastYear ?? [])
  const values: Record<Subject, string | number | null> = {
    Method: namesOf('Method')[0] ?? null,
    Dataset: namesOf('Dataset')[0] ?? null,
    Task: namesOf('Task')[0] ?? null,
    'second Task': namesOf('Task')[1] ?? null,
    Metric: namesOf('Metric')[0] ?? null,
    year: years.length === 0 ? null : Math.max(...years) - 5,
  }
  return examples.flatMap(({ title, answers, cypher, about }) => {
    const filled = Object.entries(about).map(([name, subject]) => [name, values[subject]] as const)
    if (filled.some(([, value]) => value === null)) return []
    const fields = Object.fromEntries(filled.map(([name, value]) => [name, fieldText(value)]))
    return [{ title, answers, cypher, fields }]
  })
}
