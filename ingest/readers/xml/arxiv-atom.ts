import { collapsed } from '../clean-text.ts'
import { latexToText } from '../latex.ts'
import { yearOf } from '../paper-record.ts'
import { childrenOf, textAt, textOf, textsOf } from './elements.ts'
import { xmlReader } from './reader.ts'

function clean(text: string | null): string | null {
  return text && collapsed(latexToText(text))
}

/** Feeds of the arXiv API. */
export const arxivAtom = xmlReader({
  name: 'arxiv-atom',
  label: 'arXiv Atom feeds',
  records: ['entry'],

  recognises: (root, text) => (root === 'feed' || root === 'entry' ? (/arxiv/i.test(text) ? 0.9 : 0.5) : 0),

  read(entry) {
    const id = textAt(entry, 'id')?.trim() ?? null
    if (id?.includes('/api/errors')) return `arXiv answered with an error: ${clean(textAt(entry, 'summary'))}`
    const links = childrenOf(entry, 'link').map((link) => link.attributes.href)
    return {
      givenId: id,
      title: clean(textAt(entry, 'title')),
      abstract: clean(textAt(entry, 'summary')),
      year: yearOf(textAt(entry, 'published')) ?? yearOf(textAt(entry, 'updated')),
      venue: clean(textAt(entry, 'journal_ref')),
      authors: childrenOf(entry, 'author').map(
        (author) => clean(textAt(author, 'name') ?? textOf(author)) ?? '',
      ),
      url: id && /^https?:/.test(id) ? id : (links[0] ?? null),
      identifiers: [id, ...links, ...textsOf(childrenOf(entry, 'doi')).flatMap((doi) => doi.split(/\s+/))],
    }
  },
})
