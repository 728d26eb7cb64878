/** A paper as lists name it. */
import type { PaperReference } from '../contract.ts'
import { paperKey } from './keys.ts'
import { numberOrNull, type Row, text, textOrNull, texts } from './reading.ts'

/** What a RETURN clause has to give for {@link paperReference}. */
export const referenceColumns =
  'p.id AS id, p.title AS title, p.year AS year, p.venue AS venue, p.authors AS authors, p.url AS url'

export function paperReference(row: Row): PaperReference {
  return {
    key: paperKey(text(row.id)),
    title: text(row.title) || 'Untitled paper',
    year: numberOrNull(row.year),
    venue: textOrNull(row.venue),
    authors: texts(row.authors),
    url: webAddress(textOrNull(row.url)),
  }
}

/** Only addresses of the web become links: a paper may state "javascript:…". */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}
