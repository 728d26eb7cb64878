/** A citing sentence as the classifiers of intent see it: words, with every citation as one word of its kind. */

import { authors, foldLetters, gap, letter, numbers, year } from '../citation-grammar.ts'

/** Words that stand for citations: in brackets by author, by number, and one that is part of the sentence. */
export const citationWords = { bracketed: '⟨cite⟩', numbered: '⟨number⟩', textual: '⟨author⟩' } as const
const isCitation = new Set<string>(Object.values(citationWords))

export interface CitingSentence {
  /** Lower case; numbers are "0", "0.0", "0%" by their kind. */
  words: string[]
  /** Indices of the words that stand for citations. */
  citations: number[]
}

const yearInside = new RegExp(year, 'u')
const onlyYears = new RegExp(
  `^[(\\[]${gap}${year}(?:[\\s,;:&–-]|\\d{1,9}(?!\\d)|[a-z](?![${letter}])|pp?\\.){0,30}[)\\]]$`,
  'u',
)
const onlyNumbers = new RegExp(`^[(\\[]${gap}${numbers}${gap}[)\\]]$`, 'u')
const authorsBefore = new RegExp(`(?<![${letter}-])${authors}(?:[’']s?)?${gap}$`, 'u')
const unclosed = /^[^()]{0,60}\bal\b[^()]{0,60}\)/u
const groups = /\([^()]{0,400}\)|\[[^[\]]{0,400}\]/gu
const superscript = /(?<=\p{L}{3}[.,;]?)\d{1,2}(?:[,–-]\d{1,2}){0,5}(?=\s|$)/gu
const etAl = new RegExp(`(?<![${letter}-])${authors}${gap},?\\s${year}`, 'gu')
const wordPattern = /⟨\p{L}+⟩|[\p{L}\p{M}]{1,40}(?:['’](?:s|t|re|ve)\b)?|\d[\d,.]{0,20}(?:\s?%)?|\S/gu

/** @param text one sentence, of running text or cut into tokens by spaces */
export function readCitingSentence(text: string): CitingSentence {
  const words: string[] = []
  const citations: number[] = []
  for (const [word] of markCitations(text).matchAll(wordPattern)) {
    if (isCitation.has(word)) {
      if (words.at(-1) === word) continue
      citations.push(words.length)
      words.push(word)
    } else words.push(/^\d/.test(word) ? numberClass(word) : word.toLowerCase())
  }
  return { words, citations }
}

function markCitations(text: string): string {
  let marked = ''
  let position = 0
  for (const { 0: group, index } of text.matchAll(groups)) {
    let before = text.slice(position, index)
    const kind = kindOf(group)
    const subject =
      kind === 'numbered' && group[0] === '(' ? null : authorsBefore.exec(foldLetters(before.slice(-160)))
    const textual = kind === 'years' || (kind === 'numbered' && /\bal\b/.test(subject?.[0] ?? ''))
    if (textual && subject) {
      before = before.slice(0, before.length - subject[0].length)
      marked += `${before} ${citationWords.textual} `
    } else {
      marked +=
        kind === 'other'
          ? before + group
          : `${before} ${citationWords[kind === 'numbered' ? 'numbered' : 'bracketed']} `
    }
    position = index + group.length
  }
  marked += text.slice(position)
  return markEtAl(marked.replace(unclosed, ` ${citationWords.bracketed} `)).replace(
    superscript,
    ` ${citationWords.numbered} `,
  )
}

function markEtAl(text: string): string {
  let marked = ''
  let position = 0
  for (const { 0: found, index } of foldLetters(text).matchAll(etAl)) {
    marked += `${text.slice(position, index)} ${citationWords.textual} `
    position = index + found.length
  }
  return marked + text.slice(position)
}

function kindOf(group: string): 'years' | 'numbered' | 'bracketed' | 'other' {
  const folded = foldLetters(group)
  if (onlyYears.test(folded)) return 'years'
  if (onlyNumbers.test(group)) return 'numbered'
  return yearInside.test(folded) && /\p{Lu}\p{L}/u.test(group) ? 'bracketed' : 'other'
}

function numberClass(word: string): string {
  if (word.endsWith('%')) return '0%'
  if (/^(?:19|20)\d\d$/.test(word)) return '2000'
  return /\d[.]\d/.test(word) ? '0.0' : '0'
}
