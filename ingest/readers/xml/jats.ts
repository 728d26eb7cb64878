import { collapsed } from '../clean-text.ts'
import { type FoundFields, yearOf } from '../paper-record.ts'
import { childrenOf, descendants, find, textAt, textOf, textsOf, type XmlElement } from './elements.ts'
import { xmlReader } from './reader.ts'

function clean(element: XmlElement | null): string | null {
  const text = textOf(element)
  return text && collapsed(text)
}

/** The abstract proper: graphical ones, key points and summaries for the press carry a type. */
function abstractOf(meta: XmlElement | null): string | null {
  const all = childrenOf(meta, 'abstract')
  const chosen = all.find((abstract) => !abstract.attributes['abstract-type']) ?? all[0] ?? null
  if (!chosen) return null
  const [first, ...others] = chosen.content.filter((part) => typeof part !== 'string' || part.trim() !== '')
  const heading = typeof first === 'object' && first.name === 'title' ? clean(first) : null
  const body =
    heading !== null && /^(abstract|summary)\W*$/i.test(heading) ? { ...chosen, content: others } : chosen
  return clean(body)
}

function authorName(contributor: XmlElement): string {
  const name = find(contributor, 'name') ?? find(contributor, 'name-alternatives', 'name')
  if (name)
    return [textAt(name, 'given-names'), textAt(name, 'surname'), textAt(name, 'suffix')]
      .filter(Boolean)
      .join(' ')
  return textOf(find(contributor, 'string-name') ?? find(contributor, 'collab')) ?? ''
}

/** The fields of a JATS article (also NLM's older tag set). */
export function jatsFields(article: XmlElement): FoundFields {
  const front = find(article, 'front') ?? find(article, 'front-stub') ?? article
  const meta = find(front, 'article-meta') ?? front
  const ids = childrenOf(meta, 'article-id')
  const stated = (type: string) =>
    textOf(ids.find((id) => id.attributes['pub-id-type'] === type) ?? null)?.trim()
  const title = clean(find(meta, 'title-group', 'article-title'))
  const subtitle = clean(find(meta, 'title-group', 'subtitle'))
  const contributors = childrenOf(meta, 'contrib-group').flatMap((group) => childrenOf(group, 'contrib'))
  const authors = contributors.filter(
    ({ attributes }) => (attributes['contrib-type'] ?? 'author') === 'author',
  )
  const years = childrenOf(meta, 'pub-date').map((date) => yearOf(textAt(date, 'year')))
  const journal = find(front, 'journal-meta')
  const doi = stated('doi')
  return {
    givenId: doi ?? stated('pmid') ?? textsOf(ids)[0] ?? null,
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    abstract: abstractOf(meta),
    year: years.filter((year) => year !== null).sort((a, b) => a - b)[0] ?? null,
    venue: clean(find(journal, 'journal-title-group', 'journal-title') ?? find(journal, 'journal-title')),
    authors: authors.map(authorName),
    url: doi ? `https://doi.org/${doi}` : null,
    identifiers: [doi && `doi:${doi}`, scheme('arxiv', stated('arxiv')), scheme('pmid', stated('pmid'))],
    references: [...descendants(find(article, 'back'), 'pub-id')].map((id) => {
      return scheme(id.attributes['pub-id-type'] ?? '', textOf(id))
    }),
  }
}

function scheme(type: string, text: string | null | undefined): string | null {
  const value = text?.trim()
  if (!value) return null
  return ['doi', 'pmid', 'arxiv'].includes(type) ? `${type}:${value.replace(/^arxiv:/i, '')}` : null
}

/** Articles in JATS, one or many. */
export const jats = xmlReader({
  name: 'jats',
  label: 'JATS articles',
  records: ['article'],
  skipped: ['body', 'floats-group', 'sub-article', 'response', 'bio', 'fn-group'],

  recognises: (root, text) => {
    if (root === 'pmc-articleset' || root === 'articles') return 0.9
    return root === 'article' && /<front[\s>-]|<article-meta|JATS|NLM/.test(text) ? 0.9 : 0
  },

  read: jatsFields,
})
