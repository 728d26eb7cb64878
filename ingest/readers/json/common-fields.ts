import { exactText } from '../clean-text.ts'
import { matchFields } from '../field-names.ts'
import { type FoundFields, yearOf } from '../paper-record.ts'
import { authorsOf } from './authors.ts'
import type { Shape } from './shape.ts'
import { isObject, type JsonObject, listOf, longTextOf, textOf } from './values.ts'

/** Members that hold the paper itself, with the outer object around it. */
const envelopes = [
  'content',
  'attributes',
  'metadata',
  '_source',
  'fields',
  'info',
  'paper',
  'article',
  'bibjson',
]

/** The object with the members of the paper that it holds, which win over its own. */
export function unwrapped(object: JsonObject): JsonObject {
  for (const key of envelopes) {
    const inner = object[key]
    if (!isObject(inner)) continue
    const matched = matchFields(Object.keys(inner))
    if (matched.title.some((name) => textOf(inner[name]))) return { ...object, [key]: null, ...inner }
  }
  return object
}

/** Any object with common field names. Texts stay as they are, so that offsets agree with the source's own. */
export const commonFields: Shape = {
  name: 'common-fields',
  label: 'objects with title, abstract (or text, summary), year, authors, venue, doi, url',
  matches: () => true,

  read(object: JsonObject): FoundFields {
    const paper = unwrapped(object)
    const names = matchFields(Object.keys(paper))
    const first = <T>(list: string[], read: (value: unknown) => T | null): T | null => {
      for (const name of list) {
        const value = read(paper[name])
        if (value !== null && value !== '') return value
      }
      return null
    }
    const title = first(names.title, textOf)
    // "description", "content" and the like may repeat the title or hold something else than text.
    const abstract = first(names.abstract, (value) => (isObject(value) ? textOf(value) : longTextOf(value)))
    const authors = names.authors.map((name) => authorsOf(paper[name])).find((list) => list.length > 0)
    const scheme = (prefix: string, list: string[]) =>
      list.flatMap((name) => listOf(paper[name])).map((value) => prefixed(prefix, textOf(value)))
    return {
      givenId: first(names.id, textOf),
      title: title === null ? null : exactText(title),
      abstract: abstract === null ? null : exactText(abstract),
      year: first(names.year, (value) =>
        yearOf(isObject(value) || Array.isArray(value) ? textOf(value) : value),
      ),
      venue: first(names.venue, textOf),
      authors: authors ?? [],
      url: first(names.url, (value) => webAddress(textOf(value))),
      identifiers: [
        ...names.id.map((name) => textOf(paper[name])),
        ...names.url.map((name) => textOf(paper[name])),
        ...scheme('doi', names.doi),
        ...scheme('arxiv', names.arxiv),
        ...scheme('acl', names.acl),
        ...scheme('pmid', names.pmid),
      ],
    }
  },
}

/** A bare id with the scheme that its field implies; one that states its own stays as it is. */
function prefixed(scheme: string, text: string | null): string | null {
  const value = text?.trim()
  if (!value) return null
  return /^[a-z]+\s*:|^(https?:)?\/\//i.test(value) ? value : `${scheme}:${value}`
}

function webAddress(text: string | null): string | null {
  return text && /^https?:\/\/\S+$/i.test(text.trim()) ? text.trim() : null
}
