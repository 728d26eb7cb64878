/** The fields of a paper from those of its records; the order of the records changes nothing. */
import type { Paper, PaperRecord, Source } from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { bySource } from './record-keys.ts'

/**
 * The title, venue and address that most records state (then the longest, then by code point), the longest abstract
 * and list of authors, the earliest year, all identifiers, references and sources.
 */
export function mergeFields(records: PaperRecord[]): Omit<Paper, 'id'> {
  const years = records.map(({ year }) => year).filter((year) => year !== null)
  const authors = records.map((record) => record.authors)
  return {
    title: mostStated(records.map(({ title }) => title)),
    abstract: longest(records.map(({ abstract }) => abstract)),
    year: years.length > 0 ? Math.min(...years) : null,
    venue: mostStated(records.map(({ venue }) => venue)),
    authors: authors.reduce((a, b) => (byLength(a, b) <= 0 ? a : b)),
    url: mostStated(records.map(({ url }) => url)),
    identifiers: union(records.map(({ identifiers }) => identifiers)),
    references: union(records.map(({ references }) => references)),
    sources: uniqueSources(records.map(({ source }) => source)),
  }
}

function mostStated(values: (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const value of stated(values)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [top] = [...counts].sort(([a, x], [b, y]) => y - x || b.length - a.length || byCodePoint(a, b))
  return top?.[0] ?? null
}

function longest(values: (string | null)[]): string | null {
  return stated(values).sort((a, b) => b.length - a.length || byCodePoint(a, b))[0] ?? null
}

function stated(values: (string | null)[]): string[] {
  return values.filter((value) => value !== null && value.trim() !== '') as string[]
}

function byLength(a: string[], b: string[]): number {
  const x = a.join('\n')
  const y = b.join('\n')
  return b.length - a.length || y.length - x.length || byCodePoint(x, y)
}

function union(lists: string[][]): string[] {
  return [...new Set(lists.flat())].sort(byCodePoint)
}

function uniqueSources(sources: Source[]): Source[] {
  const sorted = [...sources].sort(bySource)
  return sorted.filter((source, index) => index === 0 || bySource(sorted[index - 1]!, source) !== 0)
}
