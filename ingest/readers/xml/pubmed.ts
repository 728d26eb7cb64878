import { collapsed } from '../clean-text.ts'
import { yearOf } from '../paper-record.ts'
import { childrenOf, find, textAt, textOf, type XmlElement } from './elements.ts'
import { xmlReader } from './reader.ts'

function clean(element: XmlElement | null): string | null {
  const text = textOf(element)
  return text && collapsed(text)
}

/** Sections with their labels, as PubMed's page shows them: "METHODS: We …". */
function abstractOf(abstract: XmlElement | null): string | null {
  const sections = childrenOf(abstract, 'AbstractText').map((section) => {
    const label = section.attributes.Label
    return `${label && !/^unlabelled$/i.test(label) ? `${label}: ` : ''}${clean(section)}`
  })
  return sections.length > 0 ? sections.join(' ') : null
}

function idsOf(list: XmlElement | null): (string | null)[] {
  return childrenOf(list, 'ArticleId').map((id) => {
    const value = textOf(id)!.trim()
    if (id.attributes.IdType === 'doi') return `doi:${value}`
    return id.attributes.IdType === 'pubmed' ? `pmid:${value}` : null
  })
}

/** What PubMed's efetch gives. */
export const pubmed = xmlReader({
  name: 'pubmed',
  label: 'PubMed XML',
  records: ['PubmedArticle', 'PubmedBookArticle', 'MedlineCitation'],

  recognises: (root) => (/^(Pubmed(Book)?Article(Set)?|MedlineCitation(Set)?)$/.test(root) ? 0.95 : 0),

  read(record) {
    const citation =
      record.name === 'MedlineCitation'
        ? record
        : (find(record, 'MedlineCitation') ?? find(record, 'BookDocument'))
    const article = find(citation, 'Article') ?? citation
    const pmid = textAt(citation, 'PMID')?.trim() ?? null
    const published = find(article, 'Journal', 'JournalIssue', 'PubDate')
    const dois = childrenOf(article, 'ELocationID').filter((id) => id.attributes.EIdType === 'doi')
    const data = find(record, 'PubmedData') ?? find(record, 'PubmedBookData')
    const references = childrenOf(data, 'ReferenceList').flatMap((list) => childrenOf(list, 'Reference'))
    return {
      givenId: pmid,
      title: clean(find(article, 'ArticleTitle') ?? find(article, 'Book', 'BookTitle')),
      abstract: abstractOf(find(article, 'Abstract')),
      year:
        yearOf(textAt(published, 'Year')) ??
        yearOf(textAt(published, 'MedlineDate')) ??
        yearOf(textAt(article, 'ArticleDate', 'Year')),
      venue: clean(find(article, 'Journal', 'Title')),
      authors: childrenOf(find(article, 'AuthorList'), 'Author').map((author) => {
        const name = [textAt(author, 'ForeName') ?? textAt(author, 'Initials'), textAt(author, 'LastName')]
        return name.filter(Boolean).join(' ') || (textAt(author, 'CollectiveName') ?? '')
      }),
      url: pmid && `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
      identifiers: [
        pmid && `pmid:${pmid}`,
        ...dois.map((doi) => `doi:${textOf(doi)!.trim()}`),
        ...idsOf(find(data, 'ArticleIdList')),
      ],
      references: references.flatMap((reference) => idsOf(find(reference, 'ArticleIdList'))),
    }
  },
})
