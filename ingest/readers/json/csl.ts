import { cleanHtml } from '../clean-text.ts'
import { yearOf } from '../paper-record.ts'
import { authorsOf } from './authors.ts'
import type { Shape } from './shape.ts'
import { isObject, type JsonObject, listOf, memberOf, textOf } from './values.ts'

const types = new Set(
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  ),
)

/** The year of a CSL date: `{"date-parts": [["2019", 5]]}`, `{raw}` or `{literal}`. */
export function yearOfDateParts(date: unknown): number | null {
  if (!isObject(date)) return yearOf(date)
  const parts = listOf(date['date-parts'])[0]
  const first = Array.isArray(parts) ? parts[0] : parts
  return yearOf(typeof first === 'string' ? Number(first) : first) ?? yearOf(date.raw) ?? yearOf(date.literal)
}

/** An item of CSL-JSON, as Zotero and other reference managers export it. */
export const csl: Shape = {
  name: 'csl-json',
  label: 'CSL-JSON (Zotero)',

  matches(object: JsonObject): boolean {
    const type = textOf(object.type)
    return (
      (type !== null &&
        types.has(type) &&
        ('issued' in object || 'id' in object || 'container-title' in object)) ||
      isObject(memberOf(object, 'issued'))
    )
  },

  read(item: JsonObject) {
    const title = textOf(item.title)
    const abstract = textOf(item.abstract)
    const note = textOf(item.note) ?? ''
    return {
      givenId: textOf(item.id) ?? textOf(item['citation-key']),
      title: title && cleanHtml(title),
      abstract: abstract && cleanHtml(abstract),
      year: yearOfDateParts(item.issued),
      venue: cleanHtml(
        textOf(item['container-title']) ??
          textOf(item['event-title']) ??
          textOf(item.event) ??
          textOf(item.publisher) ??
          '',
      ),
      authors: authorsOf(item.author),
      url: textOf(item.URL),
      identifiers: [
        textOf(item.DOI) && `doi:${textOf(item.DOI)}`,
        textOf(item.id),
        textOf(item.PMID) && `pmid:${textOf(item.PMID)}`,
        // Zotero keeps arXiv's id among the notes or as the number of the preprint.
        ...[note, textOf(item.number) ?? '', textOf(item.page) ?? ''].map(
          (text) => /arxiv:\s*[\w.-]+(?:\/\d+)?/i.exec(text)?.[0],
        ),
      ],
    }
  },
}
