import type { PaperRecord } from '../../shared/schema.ts'
import { collapsed } from './clean-text.ts'
import { identifiersOf } from './identifiers.ts'
import type { ReadEvent } from './reader.ts'

/** What a reader found; `identifiers` and `references` as the source writes them. */
export interface FoundFields {
  givenId?: string | null
  title?: string | null
  abstract?: string | null
  year?: number | null
  venue?: string | null
  authors?: string[]
  url?: string | null
  identifiers?: (string | null | undefined)[]
  references?: (string | null | undefined)[]
}

/** Longer texts are no titles or abstracts: they would hold up extraction for hours. */
export const longestText = 200_000
export const tooLong = `a text of more than ${longestText.toLocaleString('en')} characters is no title or abstract`

/**
 * The events of one record: the record, a problem, or both.
 * @param place of the record in its file: "line 12", "entry lecun98"
 * @param isPaper false where the format could also hold something else: then a record without title and abstract
 * is not handed on
 */
export function* recordEvents(
  found: FoundFields,
  file: string,
  place: string,
  line: number | null,
  isPaper: boolean,
): Generator<ReadEvent> {
  const title = textOrNull(found.title)
  const abstract = textOrNull(found.abstract)
  const problem = (reason: string): ReadEvent => ({ kind: 'problem', problem: { file, line, reason } })
  if (Math.max(title?.length ?? 0, abstract?.length ?? 0) > longestText) {
    yield problem(`${place}: ${tooLong}`)
    return
  }
  if (title === null && abstract === null) {
    yield problem(`${place} has neither title nor abstract`)
    if (!isPaper) return
  }
  const url = found.url ? collapsed(found.url) : ''
  const record: PaperRecord = {
    givenId: found.givenId?.trim() ? collapsed(found.givenId) : null,
    title,
    abstract,
    year: found.year ?? null,
    venue: found.venue ? collapsed(found.venue) || null : null,
    authors: (found.authors ?? []).map(collapsed).filter((author) => author !== ''),
    url: url || null,
    identifiers: identifiersOf([...(found.identifiers ?? []), url]),
    references: identifiersOf(found.references ?? []),
    source: { file, place },
  }
  yield { kind: 'record', record }
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() ? text : null
}

/** The year that a date or a number states, or null: "2019-05-01", "May 2019", 1546300800000 (milliseconds). */
export function yearOf(value: unknown): number | null {
  if (typeof value === 'number') {
    if (value >= 1e11 && value < 1e14) return new Date(value).getUTCFullYear()
    return Number.isInteger(value) && value >= 1500 && value < 2100 ? value : null
  }
  if (typeof value !== 'string') return null
  const found =
    /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(value) ?? /^(1[5-9]\d\d|20\d\d)\d{4}$/.exec(value.trim())
  return found ? Number(found[1]) : null
}
