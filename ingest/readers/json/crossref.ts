import { cleanHtml } from '../clean-text.ts'
import { authorsOf } from './authors.ts'
import { yearOfDateParts } from './csl.ts'
import type { Shape } from './shape.ts'
import { isObject, type JsonObject, listOf, memberOf, textOf } from './values.ts'

/** A work of the Crossref API: members of lists for titles and venues, JATS within abstracts. */
export const crossref: Shape = {
  name: 'crossref',
  label: 'Crossref works',

  matches(object: JsonObject): boolean {
    return (
      typeof object.DOI === 'string' &&
      (Array.isArray(object.title) ||
        'reference-count' in object ||
        'references-count' in object ||
        'indexed' in object)
    )
  },

  read(work: JsonObject) {
    const title = textOf(work.title)
    const subtitle = textOf(work.subtitle)
    const whole = title && subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title
    const abstract = textOf(work.abstract)
    const dates = ['issued', 'published', 'published-print', 'published-online', 'posted', 'created']
    const related = isObject(work.relation) ? listOf(work.relation['is-preprint-of']) : []
    return {
      givenId: textOf(work.DOI),
      title: whole && cleanHtml(whole),
      abstract: abstract && cleanHtml(abstract),
      year: dates.map((name) => yearOfDateParts(work[name])).find((year) => year !== null) ?? null,
      venue: cleanHtml(
        textOf(work['container-title']) ??
          textOf(work['short-container-title']) ??
          textOf(memberOf(work.event, 'name')) ??
          textOf(memberOf(listOf(work.institution)[0], 'name')) ??
          '',
      ),
      authors: authorsOf(work.author),
      url: textOf(work.URL),
      identifiers: [textOf(work.DOI), ...related.map((each) => textOf(memberOf(each, 'id')))],
      references: listOf(work.reference).map((reference) => textOf(memberOf(reference, 'DOI'))),
    }
  },
}
