/** What papers say of an edge, in one sentence. */
import type { Evidence, ViewEdge } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'

/** What is counted: papers that say so, and papers that deny it or say the reverse. */
export interface Said {
  papersFor: number
  papersOpposed: number
}

/** "12 papers say ResNet outperforms VGG, 2 say the opposite." Of a citation, how many sentences there are. */
export function summaryOf(evidence: Evidence): string {
  const { type, from, to, items } = evidence
  if (from.key.startsWith('Paper/')) return sentencesOf(items)
  return sentence(evidence, from.name, relationName(type), to.name)
}

/** The same of an edge in a picture, whose reverse is another edge. */
export function summaryOfEdge({ type, papers, against }: ViewEdge, from: string, to: string): string {
  return sentence({ papersFor: papers, papersOpposed: against }, from, relationName(type), to)
}

function sentence({ papersFor, papersOpposed }: Said, from: string, relation: string, to: string): string {
  const count = papersFor === 0 ? 'No paper' : countOf(papersFor, 'paper')
  const opposed =
    papersOpposed > 0 ? `, ${papersOpposed.toLocaleString('en')} ${verb(papersOpposed)} the opposite` : ''
  return `${count} ${verb(Math.max(1, papersFor))} ${from} ${relation} ${to}${opposed}.`
}

function verb(count: number): string {
  return count === 1 ? 'says' : 'say'
}

function sentencesOf(items: Evidence['items']): string {
  const sentences = items.flatMap(({ sentence: first, more }) => [first, ...more])
  const count = sentences.filter(({ text }) => text !== '').length
  return count === 0 ? '' : countOf(count, 'sentence')
}
