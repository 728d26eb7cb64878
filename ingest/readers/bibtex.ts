import { givenFirst } from './author-names.ts'
import { bibtexBlocks } from './bibtex/blocks.ts'
import { type Macros, parseEntry, parseFields } from './bibtex/fields.ts'
import { cleanHtml } from './clean-text.ts'
import { latexToText } from './latex.ts'
import { recordEvents, yearOf } from './paper-record.ts'
import type { Beginning, ReadEvent, Reader } from './reader.ts'

function clean(text: string | undefined): string | null {
  return text ? cleanHtml(latexToText(text, true)) : null
}

/** BibTeX and BibLaTeX, with `@string` macros, from any program. */
export const bibtex: Reader = {
  name: 'bibtex',
  label: 'BibTeX (.bib)',

  recognises({ name, text }: Beginning): number {
    const entries = text.match(/^\s*@\s*[a-zA-Z]+\s*[{(]/gm)?.length ?? 0
    if (entries === 0) return 0
    return /\.bib(tex)?$/i.test(name) || /@\s*[a-zA-Z]+\s*[{(]\s*[^\s,={}]*\s*,\s*[\w-]+\s*=/.test(text)
      ? 0.9
      : 0.3
  },

  async *read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
    const macros: Macros = new Map()
    for await (const { type, body, line, fault } of bibtexBlocks(chunks)) {
      if (type === 'comment' || type === 'preamble') continue
      if (type === 'string') {
        for (const [name, values] of parseFields(body, macros).fields) macros.set(name, values[0]!)
        continue
      }
      const entry = parseEntry(body, macros)
      const place = entry.key ? `entry ${entry.key}` : `entry in line ${line}`
      const reason = fault ?? entry.fault
      if (reason) yield { kind: 'problem', problem: { file, line, reason: `${place}: ${reason}` } }
      else yield* recordEvents(paperFields(entry.key, entry.fields), file, place, line, true)
    }
  },
}

function paperFields(key: string | null, fields: Map<string, string[]>) {
  const all = (...names: string[]) =>
    names.flatMap((name) => fields.get(name) ?? []).filter((text) => text.trim() !== '')
  const subtitle = all('subtitle')[0]
  const title = clean(all('title')[0])
  const eprint = all('eprint', 'arxivid', 'arxiv')[0]
  const archive = all('archiveprefix', 'eprinttype')[0]
  // "arXiv preprint arXiv:1706.03762" as the journal, "abs/1706.03762" as the volume of CoRR.
  const preprints = all('journal', 'journaltitle', 'note', 'howpublished', 'volume', 'publisher').flatMap(
    (text) => {
      const id = /(?:arxiv:\s*|^abs\/|arxiv\.org\/abs\/)(\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})/i.exec(text)?.[1]
      return id ? `arxiv:${id}` : []
    },
  )
  const links = all('url', 'ee', 'bdsk-url-1', 'link').map((text) => latexToText(text, true).trim())
  return {
    givenId: key,
    title: title && subtitle ? `${title}: ${clean(subtitle)}` : title,
    abstract: clean(all('abstract', 'summary')[0]),
    year:
      all('year', 'date', 'urldate')
        .map(yearOf)
        .find((year) => year !== null) ?? null,
    venue: clean(all('journal', 'journaltitle', 'booktitle', 'eventtitle', 'school', 'institution')[0]),
    authors: all('author').flatMap(authorsOf),
    url: links.find((link) => /^https?:/.test(link)) ?? null,
    identifiers: [
      ...all('doi').map(
        (doi) => `doi:${latexToText(doi, true).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`,
      ),
      eprint && (!archive || /arxiv/i.test(archive)) ? `arxiv:${eprint.replace(/^arxiv:/i, '')}` : null,
      ...all('pmid').map((pmid) => `pmid:${pmid}`),
      ...preprints,
      ...links,
    ],
  }
}

/** Splits at "and" outside of braces; a name in braces is one that has no parts. */
function authorsOf(field: string): string[] {
  const names: string[] = []
  let depth = 0
  let start = 0
  const marks = /\\[\s\S]|[{}]|\s+and\s+/gi
  for (let found = marks.exec(field); found; found = marks.exec(field)) {
    if (found[0] === '{') depth++
    else if (found[0] === '}') depth--
    else if (!found[0].startsWith('\\') && depth === 0) {
      names.push(field.slice(start, found.index))
      start = marks.lastIndex
      // "and others", "a and b": the space before the next "and" may be the one just read.
      marks.lastIndex--
    }
  }
  names.push(field.slice(start))
  return names.flatMap((name) => authorName(name.trim()))
}

function authorName(name: string): string[] {
  if (name === '' || name === 'others') return []
  // BibLaTeX's extended format: "family=Duchamp, given=Philippe".
  const family = /(?:^|,)\s*family\s*=\s*([^,]+)/.exec(name)?.[1]
  if (family)
    return [latexToText(`${/(?:^|,)\s*given\s*=\s*([^,]+)/.exec(name)?.[1] ?? ''} ${family}`, true).trim()]
  const whole = /^\{[^{}]*\}$/.test(name)
  const text = latexToText(name, true)
  return [whole ? text : givenFirst(text)]
}
