import type { GraphNode } from '../graph-store/graph.ts'
import type { PropertyValue } from '../schema.ts'
import type { ExportChunk, Exporter } from './exporter.ts'

/** Venues by their names; what is neither, and has a name, is taken for a journal. */
const proceedings =
  /\b(proc(eedings)?|conference|workshops?|symposium|meeting|neurips|nips|icml|iclr|cvpr|iccv|eccv|acl|emnlp|naacl|eacl|coling|aaai|ijcai|kdd|sigir|www|interspeech|icassp|conll)\b/i
const archive = /\b(arxiv|corr|preprint)\b/i

/** Words of a title that no key is named after. */
const small = new Set(
  'a an and are as at by do does for from how in is of on the to towards using via what with'.split(' '),
)

/**
 * Papers as entries for LaTeX, in UTF-8; everything else is left out. Keys are family name, year and the first word
 * of the title, `vaswani2017attention`; a second paper with the same gets an "a" behind it.
 */
export const bibtex: Exporter = {
  name: 'bibtex',
  label: 'BibTeX, papers only (LaTeX, Zotero)',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  parts: ['main'],
  holds: 'papers',
  async *write(graph): AsyncGenerator<ExportChunk> {
    const taken = new Set<string>()
    // A file has its part also where no paper is in the graph.
    yield { part: 'main', text: '' }
    for await (const node of graph.nodes()) {
      if (node.label === 'Paper') yield { part: 'main', text: entryOf(node, taken) }
    }
  },
}

function entryOf({ properties }: GraphNode, taken: Set<string>): string {
  const { title, year } = properties
  const venue = textOf(properties.venue)
  const authors = textsOf(properties.authors)
  const type =
    venue === '' || archive.test(venue) ? 'misc' : proceedings.test(venue) ? 'inproceedings' : 'article'
  const venueField = type === 'misc' ? 'howpublished' : type === 'inproceedings' ? 'booktitle' : 'journal'
  const identifiers = textsOf(properties.identifiers)
  const named = (scheme: string) =>
    identifiers.filter((it) => it.startsWith(`${scheme}:`)).map((it) => it.slice(scheme.length + 1))
  const [doi, ...otherDois] = named('doi')
  const [eprint, ...otherEprints] = named('arxiv')
  const addresses = [
    textOf(properties.url),
    ...otherDois.map((it) => `https://doi.org/${it}`),
    ...otherEprints.map((it) => `https://arxiv.org/abs/${it}`),
    ...named('acl').map((it) => `https://aclanthology.org/${it}`),
    ...named('openalex').map((it) => `https://openalex.org/${it}`),
    ...named('s2').map((it) => `https://www.semanticscholar.org/paper/${it}`),
  ].filter((it) => it !== '')
  const fields: [name: string, value: string][] = [
    ['title', titleText(textOf(title))],
    ['author', authors.map(authorText).filter(Boolean).join(' and ')],
    ['year', typeof year === 'number' ? String(year) : ''],
    [venueField, latexText(venue)],
    ['doi', latexText(doi ?? '')],
    ['eprint', latexText(eprint ?? '')],
    ['archiveprefix', eprint === undefined ? '' : 'arXiv'],
    ['pmid', latexText(named('pmid')[0] ?? '')],
    // Programs know the first; the others keep what else a paper is known by.
    ...(['url', 'ee', 'link', 'bdsk-url-1'] as const).map((name, i): [string, string] => [
      name,
      addressText(addresses[i] ?? ''),
    ]),
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`)
  return `@${type}{${keyOf(authors[0], year, textOf(title), taken)},\n${lines.join(',\n')}\n}\n\n`
}

function keyOf(
  author: string | undefined,
  year: PropertyValue | undefined,
  title: string,
  taken: Set<string>,
): string {
  const family = plain(
    (author ?? '')
      .replace(/\s+(jr|sr|i{2,3}|iv)\.?$/i, '')
      .split(/\s+/)
      .at(-1) ?? '',
  )
  const words = title.split(/[^\p{L}\p{M}\p{N}]+/u).map(plain)
  const word = words.find((it) => it !== '' && !small.has(it)) ?? ''
  const base = `${family}${typeof year === 'number' ? year : ''}${word}` || 'paper'
  let key = base
  for (let n = 0; taken.has(key); n++) key = `${base}${suffix(n)}`
  taken.add(key)
  return key
}

/** a, b, …, z, aa, ab, … */
function suffix(n: number): string {
  const last = String.fromCharCode(97 + (n % 26))
  return n < 26 ? last : suffix(Math.floor(n / 26) - 1) + last
}

/** Letters and digits without accents, in lower case. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase()
}

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text for LaTeX: what means something there is written as a command, what would be joined (`--`) is kept apart. */
function latexText(text: string): string {
  return oneLine(text).replace(/[\\{}~^]|[%&#_$]|[-'`](?=[-'`])/g, (sign) => {
    return commands[sign] ?? (/[-'`]/.test(sign) ? `{${sign}}` : `\\${sign}`)
  })
}

/** Styles write titles in small letters, but for words in braces: names such as "ImageNet" keep their capitals. */
function titleText(title: string): string {
  return oneLine(title)
    .split(' ')
    .map((word) => (/[\p{L}\p{N}].*\p{Lu}/u.test(word) ? `{${latexText(word)}}` : latexText(word)))
    .join(' ')
}

/** Names are "Given Family"; those with a comma, or an "and", are names of groups, which have no parts. */
function authorText(name: string): string {
  const simple = oneLine(name.replace(/[\\{}~^]/g, ' '))
  const isWhole = /,|^others$|(^|\s)and(\s|$)/i.test(simple)
  return isWhole ? `{${simple.replace(/[%&#_$]/g, '\\$&')}}` : latexText(simple)
}

/** Addresses are written as they are, with what LaTeX would read otherwise in their own way of escaping. */
function addressText(address: string): string {
  return oneLine(address).replace(
    /[\\{}$~"'`^\s]|(?<=-)-/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function textOf(value: PropertyValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function textsOf(value: PropertyValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
