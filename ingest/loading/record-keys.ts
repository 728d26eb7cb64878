/** What of a record is compared with other records; small enough to be kept for every record of a store. */
import type { PaperRecord, Source } from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { hashOf } from './hash.ts'

export interface RecordKeys {
  /** Of everything the record holds: two records with the same key are one. */
  key: string
  source: Source
  givenId: string | null
  /** DOI, arXiv and ACL identifiers; sorted. */
  identifiers: string[]
  /** Hashes of the normalised title and abstract; null where there is none. */
  title: string | null
  abstract: string | null
  year: number | null
  /** Family name of the first author, normalised. */
  author: string | null
  /** Hash of title and abstract as they stand. */
  text: string
}

export function recordKeys(record: PaperRecord): RecordKeys {
  return {
    key: hashOf(recordJson(record)),
    source: record.source,
    givenId: record.givenId,
    identifiers: record.identifiers.filter((id) => /^(?:doi|arxiv|acl):/.test(id)).sort(byCodePoint),
    title: textKey(record.title),
    abstract: textKey(record.abstract),
    year: record.year,
    author: familyName(record.authors[0] ?? ''),
    text: textHash(record),
  }
}

/** A record as text: equal for equal records. */
export function recordJson(record: PaperRecord): string {
  const { givenId, title, abstract, year, venue, authors, url, identifiers, references, source } = record
  const { file, place } = source
  return JSON.stringify({
    givenId,
    title,
    abstract,
    year,
    venue,
    authors,
    url,
    identifiers,
    references,
    source: { file, place },
  })
}

export function textHash(text: { title: string | null; abstract: string | null }): string {
  return hashOf(text.title, text.abstract)
}

/** The record as stores can keep it: halves of surrogate pairs, which no store and no file can hold, replaced. */
export function storableRecord(record: PaperRecord): PaperRecord {
  const json = recordJson(record)
  // JSON.stringify writes a half of a pair as an escape: without one there is nothing to look for.
  if (!/\\ud[89a-f]/i.test(json)) return record
  const clean = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')
  const cleanOrNull = (text: string | null) => (text === null ? null : clean(text))
  return {
    givenId: cleanOrNull(record.givenId),
    title: cleanOrNull(record.title),
    abstract: cleanOrNull(record.abstract),
    year: record.year,
    venue: cleanOrNull(record.venue),
    authors: record.authors.map(clean),
    url: cleanOrNull(record.url),
    identifiers: record.identifiers.map(clean),
    references: record.references.map(clean),
    source: { file: clean(record.source.file), place: clean(record.source.place) },
  }
}

/** Orders sources by file, then by place, with numbers in places as numbers: line 2 before line 12. */
export function bySource(a: Source, b: Source): number {
  return (
    byCodePoint(a.file, b.file) ||
    byCodePoint(withPaddedNumbers(a.place), withPaddedNumbers(b.place)) ||
    byCodePoint(a.place, b.place)
  )
}

function withPaddedNumbers(place: string): string {
  return place.replace(/\d+/g, (digits) => digits.padStart(15, '0'))
}

function textKey(text: string | null): string | null {
  if (text === null || text.trim() === '') return null
  return hashOf(lettersOf(text) || text.trim())
}

/** "Lovelace, Ada", "Ada Lovelace" and "Lovelace A" give lovelace. */
function familyName(author: string): string | null {
  const family = author.split(',')[0]!.trim().split(/\s+/)
  const words = family
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => !/^(?:jr|sr|[IV]+)$/i.test(word))
  const last = words.findLast((word) => !/^\p{Lu}{1,2}$/u.test(word)) ?? words.at(-1) ?? ''
  return lettersOf(last) || null
}

function lettersOf(text: string): string {
  if (/^[\x20-\x7e\s]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
