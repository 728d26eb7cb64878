import { cleanHtml } from '../clean-text.ts'
import { latexToText } from '../latex.ts'
import { yearOf } from '../paper-record.ts'
import { authorsOf } from './authors.ts'
import type { Shape } from './shape.ts'
import { isObject, type JsonObject, listOf, memberOf, textOf } from './values.ts'

/** A paper of the Semantic Scholar API (paperId, externalIds) or of its bulk files (corpusid, externalids). */
export const semanticScholar: Shape = {
  name: 'semantic-scholar',
  label: 'Semantic Scholar papers',

  matches(object: JsonObject): boolean {
    return (
      isObject(object.externalIds) ||
      isObject(object.externalids) ||
      'corpusid' in object ||
      /^[0-9a-f]{40}$/.test(textOf(object.paperId) ?? '') ||
      ('inCitations' in object && 'outCitations' in object)
    )
  },

  read(paper: JsonObject) {
    const title = textOf(paper.title)
    const abstract = textOf(paper.abstract) ?? textOf(paper.paperAbstract)
    const references = [...listOf(paper.references), ...listOf(paper.outCitations)]
    return {
      givenId: textOf(paper.paperId) ?? textOf(paper.corpusid) ?? textOf(paper.corpusId) ?? textOf(paper.id),
      title: title && cleanHtml(latexToText(title)),
      abstract: abstract && cleanHtml(latexToText(abstract)),
      year: yearOf(paper.year) ?? yearOf(paper.publicationDate) ?? yearOf(paper.publicationdate),
      venue:
        textOf(paper.venue) ||
        textOf(memberOf(paper.publicationVenue, 'name')) ||
        textOf(memberOf(paper.journal, 'name')) ||
        textOf(paper.journalName),
      authors: authorsOf(paper.authors),
      url: textOf(paper.url) ?? textOf(paper.s2Url),
      identifiers: [...identifiers(paper), textOf(paper.doi) && `doi:${textOf(paper.doi)}`],
      references: references.flatMap((reference) => {
        if (typeof reference === 'string') return /^[0-9a-f]{40}$/.test(reference) ? `s2:${reference}` : []
        if (!isObject(reference)) return []
        return identifiers(isObject(reference.citedPaper) ? reference.citedPaper : reference)
      }),
    }
  },
}

function identifiers(paper: JsonObject): (string | null)[] {
  const external = isObject(paper.externalIds)
    ? paper.externalIds
    : isObject(paper.externalids)
      ? paper.externalids
      : {}
  const stated = (scheme: string, value: unknown) => {
    const text = textOf(value)
    return text ? `${scheme}:${text}` : null
  }
  const id = textOf(paper.paperId) ?? textOf(paper.id)
  return [
    id && /^[0-9a-f]{40}$/.test(id) ? `s2:${id}` : null,
    stated('s2', paper.corpusId ?? paper.corpusid ?? external.CorpusId),
    stated('doi', external.DOI),
    stated('arxiv', external.ArXiv),
    stated('acl', external.ACL),
    stated('pmid', external.PubMed),
  ]
}
