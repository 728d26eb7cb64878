import { collapsed } from '../clean-text.ts'
import { yearOf } from '../paper-record.ts'
import { childrenOf, descendants, find, textAt, textOf, type XmlElement } from './elements.ts'
import { xmlReader } from './reader.ts'

function clean(element: XmlElement | null): string | null {
  const text = textOf(element)
  return text && collapsed(text)
}

/** Identifiers of a bibliographic entry, or of the paper itself. */
function idnos(entry: XmlElement | null): string[] {
  return [...descendants(entry, 'idno')].flatMap((idno) => {
    const value = textOf(idno)!.trim()
    const type = (idno.attributes.type ?? '').toLowerCase()
    if (value && ['doi', 'arxiv', 'pmid'].includes(type)) return `${type}:${value.replace(/^arxiv:/i, '')}`
    // Where GROBID gives no type, only what reads as an arXiv id, DOI or URL is one.
    return type === '' ? value : []
  })
}

function yearOfDate(date: XmlElement | null): number | null {
  return date && (yearOf(date.attributes.when) ?? yearOf(textOf(date)))
}

/** Papers as GROBID reads them out of PDFs. */
export const tei = xmlReader({
  name: 'tei',
  label: 'TEI (GROBID)',
  records: ['TEI', 'TEI.2'],
  skipped: ['body', 'facsimile', 'figure'],

  recognises: (root) => (/^(TEI|TEI\.2|teiCorpus)$/.test(root) ? 0.95 : 0),

  read(paper) {
    const header = find(paper, 'teiHeader')
    const file = find(header, 'fileDesc')
    const source = find(file, 'sourceDesc', 'biblStruct')
    const analytic = find(source, 'analytic')
    const titles = [...childrenOf(find(file, 'titleStmt'), 'title'), ...childrenOf(analytic, 'title')]
    const title = titles.find((each) => textOf(each)!.trim() !== '') ?? null
    const abstract = find(header, 'profileDesc', 'abstract')
    const [head] = childrenOf(find(abstract, 'div') ?? abstract, 'head')
    const monograph = find(source, 'monogr')
    const dates = [find(monograph, 'imprint', 'date'), find(file, 'publicationStmt', 'date')]
    return {
      title: clean(title),
      abstract: withoutHeading(clean(abstract), clean(head ?? null)),
      year: dates.map(yearOfDate).find((year) => year !== null) ?? null,
      venue: clean(find(monograph, 'title')),
      authors: childrenOf(analytic, 'author').flatMap((author) => {
        const name = find(author, 'persName')
        if (!name) return []
        return [...childrenOf(name, 'forename').map(textOf), textAt(name, 'surname')]
          .filter(Boolean)
          .join(' ')
      }),
      identifiers: idnos(source),
      references: [...descendants(find(paper, 'text', 'back'), 'biblStruct')].flatMap(idnos),
    }
  },
})

function withoutHeading(abstract: string | null, heading: string | null): string | null {
  if (!abstract || !heading || !/^abstract\W*$/i.test(heading)) return abstract
  return abstract.slice(heading.length).trim()
}
