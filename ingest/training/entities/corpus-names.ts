/** Lists of names that unlabelled papers give away by how they write them. */
import type { TextDocument } from '../../documents.ts'
import { findAcronyms } from '../../entities/acronyms.ts'
import { maxPhrase, normaliseToken } from '../../entities/fast/lexicon.ts'
import { tokenise } from '../../text/tokens.ts'

/** What a paper's writing shows a phrase to be; the later wins where two lists hold a phrase. */
export const nameLists = [
  'keyword',
  'expansion',
  'acronym',
  'method',
  'dataset',
  'known dataset',
  'known task',
  'known metric',
] as const
type NameList = (typeof nameLists)[number]

const minPapers: Record<NameList, number> = {
  keyword: 3,
  expansion: 3,
  acronym: 3,
  method: 3,
  dataset: 3,
  'known dataset': 1,
  'known task': 1,
  'known metric': 1,
}
const datasetHeads = /^(dataset|datasets|benchmark|benchmarks|corpus|corpora|challenge|database)$/i
const methodHeads =
  /^(model|models|network|networks|algorithm|algorithms|architecture|framework|method|methods)$/i

export interface CorpusNames {
  addPaper(document: TextDocument, keywords: string[]): void
  /** Takes in a name from a list that people made. */
  addKnown(list: NameList, name: string): void
  finish(): [string, number][]
}

export function collectNames(): CorpusNames {
  const papers = new Map<NameList, Map<string, number>>(nameLists.map((list) => [list, new Map()]))
  const count = (list: NameList, phrases: Iterable<string>) => {
    const counts = papers.get(list)!
    for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return {
    addPaper(document, keywords) {
      const phrase = (text: string) => phraseOf(tokenise(text).map((token) => token.text))
      const acronyms = findAcronyms(document)
      count('keyword', new Set(keywords.map(phrase)))
      count(
        'expansion',
        new Set(acronyms.map(({ long }) => phrase(document.text.slice(long.start, long.end)))),
      )
      count(
        'acronym',
        new Set(acronyms.map(({ short }) => phrase(document.text.slice(short.start, short.end)))),
      )
      count('dataset', namesBefore(document, datasetHeads))
      count('method', namesBefore(document, methodHeads))
    },
    addKnown(list, name) {
      count(list, [phraseOf(tokenise(name).map((token) => token.text))])
    },
    finish() {
      const names = new Map<string, number>()
      nameLists.forEach((list, index) => {
        for (const [phrase, number] of papers.get(list)!) {
          const size = phrase.split(' ').length
          if (number < minPapers[list] || phrase.length < 2 || size > maxPhrase) continue
          names.set(phrase, index + 1)
        }
      })
      return [...names].sort(([a], [b]) => (a < b ? -1 : 1))
    },
  }
}

function phraseOf(tokens: string[]): string {
  return tokens.map(normaliseToken).join(' ')
}

/** Names (capitals or digits, up to five tokens) that stand right before a head noun in an abstract. */
function namesBefore(document: TextDocument, heads: RegExp): Set<string> {
  const found = new Set<string>()
  for (const { start, tokens } of document.sentences) {
    if (start < document.abstractStart) continue
    for (let head = 1; head < tokens.length; head++) {
      if (!heads.test(tokens[head]!.text)) continue
      let first = head
      while (first > 1 && head - first < 5 && /^[\p{Lu}\p{N}-]/u.test(tokens[first - 1]!.text)) first--
      while (first < head && !/^[\p{Lu}\p{N}]/u.test(tokens[first]!.text)) first++
      if (first < head && tokens[head - 1]!.text !== '-')
        found.add(phraseOf(tokens.slice(first, head).map((t) => t.text)))
    }
  }
  return found
}
