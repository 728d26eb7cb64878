import { givenFirst, splitAuthors } from '../author-names.ts'
import { collapsed } from '../clean-text.ts'
import { latexToText } from '../latex.ts'
import { type FoundFields, yearOf } from '../paper-record.ts'
import { childrenOf, descendants, find, textAt, textOf, textsOf, type XmlElement } from './elements.ts'
import { jatsFields } from './jats.ts'
import { xmlReader } from './reader.ts'

function clean(text: string | null): string | null {
  return text && collapsed(latexToText(text))
}

/** arXiv's own formats: arXiv, arXivOld and arXivRaw. */
function arxivFields(paper: XmlElement): FoundFields {
  const id = textAt(paper, 'id')?.trim() ?? null
  const authors = childrenOf(find(paper, 'authors'), 'author')
  const names = authors.map((author) => {
    return ['forenames', 'keyname', 'suffix'].map((part) => textAt(author, part) ?? '').join(' ')
  })
  return {
    givenId: id,
    title: clean(textAt(paper, 'title')),
    abstract: clean(textAt(paper, 'abstract')),
    year:
      yearOf(textAt(paper, 'created')) ??
      yearOf(textAt(paper, 'version', 'date')) ??
      yearOf(textAt(paper, 'date')),
    venue: clean(textAt(paper, 'journal-ref')),
    authors:
      names.length > 0
        ? names.map((name) => clean(name) ?? '')
        : splitAuthors(clean(textAt(paper, 'authors') ?? '') ?? ''),
    url: id && `https://arxiv.org/abs/${id}`,
    identifiers: [id && `arxiv:${id}`, ...(textAt(paper, 'doi') ?? '').split(/\s+/)],
  }
}

/** Dublin Core. */
function dublinCoreFields(paper: XmlElement): FoundFields {
  const texts = (name: string) => textsOf(childrenOf(paper, name))
  const identifiers = [...texts('identifier'), ...texts('relation').filter((text) => /doi|arxiv/i.test(text))]
  return {
    title: clean(texts('title')[0] ?? null),
    // arXiv gives its comments as a second description.
    abstract: clean(texts('description').find((text) => !/^comments?:/i.test(text)) ?? null),
    year:
      texts('date')
        .map(yearOf)
        .find((year) => year !== null) ?? null,
    venue: clean(texts('source')[0] ?? null),
    authors: texts('creator').map((name) => givenFirst(clean(name)!)),
    url: identifiers.find((text) => /^https?:/.test(text)) ?? null,
    identifiers,
  }
}

/** Harvested metadata, whole answers or bare records. */
export const oaiPmh = xmlReader({
  name: 'oai-pmh',
  label: 'OAI-PMH (arXiv, arXivRaw, Dublin Core, JATS)',
  records: ['record', 'arXiv', 'arXivRaw', 'arXivOld', 'dc', 'error'],
  skipped: ['body', 'floats-group', 'about'],

  recognises(root, text) {
    if (['OAI-PMH', 'arXiv', 'arXivRaw', 'arXivOld'].includes(root)) return 0.95
    if (['record', 'records', 'ListRecords', 'GetRecord', 'metadata', 'dc'].includes(root)) {
      return /openarchives\.org|purl\.org\/dc|oai:/.test(text) ? 0.9 : 0.3
    }
    return 0
  },

  read(record) {
    if (record.name === 'error')
      return `the server answered with an error: ${textOf(record)!.trim() || record.attributes.code}`
    const header = find(record, 'header')
    if (header?.attributes.status === 'deleted') return null
    const oaiId = textAt(header, 'identifier')
    const found = fieldsOf(record)
    if (typeof found !== 'object' || found === null) return found
    return { ...found, givenId: found.givenId ?? oaiId, identifiers: [...(found.identifiers ?? []), oaiId] }
  },
})

function fieldsOf(record: XmlElement): FoundFields | string {
  const holder = record.name === 'record' ? (find(record, 'metadata') ?? record) : { content: [record] }
  for (const part of holder.content) {
    if (typeof part === 'string') continue
    if (/^arXiv(Raw|Old)?$/.test(part.name)) return arxivFields(part)
    if (part.name === 'dc') return dublinCoreFields(part)
    const article = part.name === 'article' ? part : descendants(part, 'article').next().value
    if (article) return jatsFields(article)
  }
  return 'its metadata are in none of the formats arXiv, arXivRaw, Dublin Core, JATS'
}
