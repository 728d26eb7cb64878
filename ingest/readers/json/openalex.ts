import { cleanHtml } from '../clean-text.ts'
import { yearOf } from '../paper-record.ts'
import type { Shape } from './shape.ts'
import { isObject, type JsonObject, listOf, memberOf, textOf } from './values.ts'

/** Words of the longest abstract that is put together, so that a wrong position cannot ask for all memory. */
const longestAbstract = 50_000

/** Puts the words of an inverted index ("word": [positions]) back into their order. */
export function abstractOf(index: unknown): string | null {
  const inverted = typeof index === 'string' ? parsedIndex(index) : index
  if (!isObject(inverted)) return null
  const words = isObject(inverted.InvertedIndex) ? inverted.InvertedIndex : inverted
  const placed: [number, string][] = []
  for (const [word, positions] of Object.entries(words)) {
    for (const position of listOf(positions)) {
      if (typeof position === 'number' && placed.length < longestAbstract) placed.push([position, word])
    }
  }
  placed.sort((a, b) => a[0] - b[0])
  return placed.length > 0 ? placed.map(([, word]) => word).join(' ') : null
}

function parsedIndex(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A work of the OpenAlex API or snapshot. */
export const openAlex: Shape = {
  name: 'openalex',
  label: 'OpenAlex works',

  matches(object: JsonObject): boolean {
    const id = textOf(object.id) ?? ''
    return (
      'abstract_inverted_index' in object ||
      'authorships' in object ||
      /^https?:\/\/openalex\.org\/W\d+$/i.test(id)
    )
  },

  read(work: JsonObject) {
    const title = textOf(work.title) ?? textOf(work.display_name)
    const abstract = abstractOf(work.abstract_inverted_index) ?? textOf(work.abstract)
    const location = work.primary_location ?? work.host_venue
    const venue =
      textOf(memberOf(location, 'source', 'display_name')) ??
      textOf(memberOf(location, 'raw_source_name')) ??
      textOf(memberOf(location, 'display_name'))
    const locations = [location, ...listOf(work.locations)]
    return {
      givenId: textOf(work.id),
      title: title && cleanHtml(title),
      abstract: abstract && cleanHtml(abstract),
      year: yearOf(work.publication_year) ?? yearOf(work.publication_date),
      venue,
      authors: listOf(work.authorships).flatMap((authorship) => {
        return (
          textOf(memberOf(authorship, 'author', 'display_name')) ??
          textOf(memberOf(authorship, 'raw_author_name')) ??
          []
        )
      }),
      url: textOf(memberOf(location, 'landing_page_url')) ?? textOf(work.doi) ?? textOf(work.id),
      identifiers: [
        textOf(work.id),
        textOf(work.doi),
        ...Object.values(isObject(work.ids) ? work.ids : {}).map(textOf),
        ...locations.map((each) => textOf(memberOf(each, 'landing_page_url'))),
      ],
      references: listOf(work.referenced_works).map(textOf),
    }
  },
}
