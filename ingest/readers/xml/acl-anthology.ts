import { collapsed } from '../clean-text.ts'
import { aclId } from '../identifiers.ts'
import { latexToText } from '../latex.ts'
import { yearOf } from '../paper-record.ts'
import { childrenOf, find, textAt, textOf, type XmlElement } from './elements.ts'
import { xmlReader } from './reader.ts'

/** Titles and abstracts: `<fixed-case>` and the like are transparent, `<tex-math>` holds LaTeX. */
function markedText(element: XmlElement | null): string | null {
  if (!element) return null
  const parts = element.content.map((part) => {
    if (typeof part === 'string') return part
    if (part.name === 'tex-math') return latexToText(`$${(textOf(part) ?? '').trim()}$`)
    return markedText(part)
  })
  return collapsed(parts.join(''))
}

/** The Anthology id: "P19-1001" in collections of one letter and two digits, "2020.wosp-1.1" in the others. */
function anthologyId(paper: XmlElement, collection: string, volume: string): string | null {
  const stated = textAt(paper, 'url')?.trim().split('/').pop()
  const url = stated ? aclId(stated.replace(/\.pdf$/, '')) : null
  if (url) return url
  const id = paper.attributes.id ?? ''
  if (!/^[A-Z]\d\d$/.test(collection)) return aclId(`${collection}-${volume}.${id}`)
  // Before 2019 the volume was named "P18", and its number was the first of the paper's four digits.
  if (volume === '') return aclId(`${collection}-${id.padStart(4, '0')}`)
  const wide = collection.startsWith('W') || (collection === 'D19' && Number(volume) >= 5)
  return aclId(`${collection}-${volume.padStart(wide ? 2 : 1, '0')}${id.padStart(wide ? 2 : 3, '0')}`)
}

/** XML of the ACL Anthology, with both ways of naming collections. */
export const aclAnthology = xmlReader({
  name: 'acl-anthology',
  label: 'ACL Anthology XML',
  records: ['paper'],
  context: ['meta'],

  recognises: (root, text) => {
    if (root !== 'collection' && root !== 'volume') return 0
    return /<(?:volume|paper|frontmatter)[\s>/]/.test(text) ? 0.9 : 0
  },

  read(paper, ancestors) {
    const volume = ancestors.findLast((element) => element.name === 'volume') ?? null
    const outer = ancestors.find((element) => element.name === 'collection')
    const collection = outer?.attributes.id ?? volume?.attributes.id ?? ''
    const id = anthologyId(paper, collection, outer ? (volume?.attributes.id ?? '') : '')
    // In the older files the front matter is a paper too, numbered 0.
    const number = paper.attributes.id ?? ''
    if (
      !outer &&
      /^(?:\d?000|\d\d00)$/.test(number) &&
      (collection.startsWith('W') || number.endsWith('000'))
    )
      return null
    const meta = find(volume, 'meta')
    return {
      givenId: id ?? (number || null),
      title: markedText(find(paper, 'title')),
      abstract: markedText(find(paper, 'abstract')),
      year: yearOf(textAt(paper, 'year')) ?? yearOf(textAt(meta, 'year')),
      venue: markedText(find(meta, 'journal-title') ?? find(meta, 'booktitle') ?? find(paper, 'booktitle')),
      authors: childrenOf(paper, 'author').map((author) => {
        const name = [textAt(author, 'first'), textAt(author, 'last')].filter((part) => part?.trim())
        return name.length > 0 ? name.join(' ') : (textOf(author) ?? '')
      }),
      url: id && `https://aclanthology.org/${id}`,
      identifiers: [id && `acl:${id}`, textAt(paper, 'doi')?.trim()],
    }
  },
})
