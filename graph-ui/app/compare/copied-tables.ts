/** The tables of comparisons, contradictions and leaderboards as rows of cells, to be taken along into a spreadsheet. */
import type {
  Board,
  ClaimStatement,
  ComparedConcept,
  ComparedGroup,
  Comparison,
  Contradiction,
  PaperReference,
  Score,
} from '../../api/contract.ts'
import { shortAuthors } from '../details/paper-line.tsx'
import { resultOf } from './amounts.ts'
import { ranksOf } from './sort-scores.ts'

/** The names of the columns, then the rows; every row has as many cells as the first. */
export type CellRows = readonly (readonly string[])[]

export const relationTitles: Record<ComparedGroup['relation'], string> = {
  EVALUATED_ON: 'Evaluated on',
  TRAINED_ON: 'Trained on',
  USED_FOR: 'Used for',
  MEASURED_BY: 'Measured by',
}

/** Numbers of papers, with a column of their own for those that deny it where there are any. */
export function comparedCells({ concepts, groups }: Comparison): CellRows {
  const denied = concepts.map((_, i) =>
    groups.some(({ rows }) => rows.some(({ cells }) => (cells[i]?.against ?? 0) > 0)),
  )
  const columns = (of: (i: number) => readonly [string, string]) =>
    concepts.flatMap((_, i) => (denied[i] ? of(i) : of(i).slice(0, 1)))
  const about = (title: string, of: (concept: ComparedConcept) => string) => [
    '',
    title,
    ...columns((i) => [of(concepts[i]!), '']),
  ]
  return [
    ['', '', ...columns((i) => [concepts[i]!.name, `${concepts[i]!.name}: papers against`])],
    about('Papers', ({ papers }) => String(papers)),
    about('Since', ({ firstYear }) => String(firstYear ?? '')),
    about('Introduced by', ({ introducedBy }) => introducedBy.map(citation).join('; ')),
    ...groups.flatMap(({ relation, rows }) =>
      rows.map(({ other, cells }) => [
        relationTitles[relation],
        other.name,
        ...columns((i) => [String(cells[i]?.papers ?? ''), String(cells[i]?.against ?? '')]),
      ]),
    ),
  ]
}

/** A row for each pair of which somebody says that one outperforms the other. */
export function duelCells({ concepts, duels }: Comparison): CellRows {
  const nameOf = (key: string) => concepts.find((concept) => concept.key === key)?.name ?? key
  return [
    ['Ahead', 'Behind', 'Papers that say so', 'that deny it', 'that say the reverse', 'Numbers', 'Said by'],
    ...duels
      .filter(({ total }) => total > 0)
      .map(({ winner, loser, papersFor, papersAgainst, papersReversed, statements }) => {
        const saying = statements.filter(({ stance }) => stance === 'for')
        return [
          nameOf(winner),
          nameOf(loser),
          String(papersFor),
          String(papersAgainst),
          String(papersReversed),
          saying.flatMap((statement) => resultOf(statement) ?? []).join('; '),
          [...new Set(saying.map(({ paper }) => citation(paper)))].join('; '),
        ]
      }),
  ]
}

/** A row for each pair, with a sentence of each side. */
export function contradictionCells(pairs: readonly Contradiction[]): CellRows {
  const side = (number: string) => [
    `Concept ${number}`,
    `Papers for concept ${number}`,
    `A sentence for concept ${number}`,
    'Paper',
  ]
  return [
    [...side('1'), ...side('2'), 'First year', 'Last year'],
    ...pairs.map(({ sides, firstYear, lastYear }) => [
      ...sides.flatMap(({ concept, papers, example }) => [
        concept.name,
        String(papers),
        example.sentence.text,
        citation(example.paper),
      ]),
      String(firstYear ?? ''),
      String(lastYear ?? ''),
    ]),
  ]
}

/** @param scores the rows of the board, in the order in which they are shown */
export function boardCells(board: Board, scores: readonly Score[]): CellRows {
  const ranks = ranksOf(board)
  const number = { score: 'Value', difference: 'Gain', ratio: 'Factor' }[board.kind]
  return [
    ['Place', 'Method', number, 'Unit', 'Metric', 'Hedged', 'Over', 'Task', 'Paper', 'Authors', 'Year'],
    ...scores.map((score) => {
      const { method, over, statement } = score
      const { unit, hedged, task, paper } = statement
      return [
        String(ranks?.get(score) ?? ''),
        method.name,
        numberOf(statement),
        unit ?? '',
        board.metric ?? '',
        hedged ? 'yes' : '',
        over?.name ?? '',
        task?.name ?? '',
        paper.title,
        paper.authors.join('; '),
        String(paper.year ?? ''),
      ]
    }),
  ]
}

/** As the sentence has it, with the sign that its words give it. */
function numberOf({ value, written }: ClaimStatement): string {
  const number = written ?? String(value ?? '')
  return (value ?? 0) < 0 && !number.startsWith('-') ? `-${number}` : number
}

/** "Vaswani et al. 2017, Attention Is All You Need" */
function citation({ title, authors, year }: PaperReference): string {
  const who = [shortAuthors(authors), year].filter((part) => part !== null).join(' ')
  return who === '' ? title : `${who}, ${title}`
}
