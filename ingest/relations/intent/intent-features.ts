/** What the fast classifier reads an intent off: words, their stems and classes, alone and in a row, around citations. */
import { feature, hashText, templates } from '../../weights/feature-hash.ts'
import { type CitingSentence, citationWords } from './citing-sentence.ts'

/** The distributional clusters of a word, coarse and fine; null for a word that unlabelled text does not have. */
export type WordClusters = (word: string) => readonly [coarse: number, fine: number] | null

const t = templates(
  ...(['word', 'stem', 'coarse', 'fine', 'words2', 'words3', 'stems2', 'coarse2', 'skip2', 'skip3'] as const),
  ...([
    'opening',
    'opening2',
    'opening3',
    'opening4',
    'ending',
    'citations',
    'length',
    'place',
    'last',
  ] as const),
  ...(['first', 'before', 'after', 'beforeAt', 'afterAt', 'before2', 'before3', 'after2'] as const),
  ...(['sign', 'signs', 'passive', 'passiveVerb', 'subject'] as const),
)

/** Ends of a sentence in n-grams. */
const border = hashText('$')
const citationText = new Set<string>(Object.values(citationWords))

interface WordView {
  text: string
  word: number
  stem: number
  coarse: number
  fine: number
}

/** @returns hashes; some may come more than once, and count once */
export function intentFeatures(sentence: CitingSentence, clusters: WordClusters): number[] {
  const views = sentence.words.map((text) => viewOf(text, clusters))
  const features: number[] = []
  addSequences(views, features)
  addOpening(views, features)
  for (const at of sentence.citations) addSurroundings(views, at, features)
  addSigns(sentence, features)
  addVerbs(views, features)
  return features
}

function viewOf(text: string, clusters: WordClusters): WordView {
  const word = hashText(text)
  if (citationText.has(text)) return { text, word, stem: word, coarse: word, fine: word }
  const known = clusters(text)
  return {
    text,
    word,
    stem: hashText(stemOf(text)),
    coarse: known ? known[0] : hashText(`-${text.slice(-2)}`),
    fine: known ? known[1] : hashText(`-${text.slice(-3)}`),
  }
}

/** A word without its commonest endings: rough, but the same for every form that matters here. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ations?|ingly|ments?|ings?|edly|ed|es|s|ly|e)$/, '') : word
}

function addSequences(views: WordView[], features: number[]): void {
  const at = (index: number, key: 'word' | 'stem' | 'coarse') => views[index]?.[key] ?? border
  for (const [index, { word, stem, coarse, fine }] of views.entries()) {
    features.push(
      feature(t.word, word),
      feature(t.stem, stem),
      feature(t.coarse, coarse),
      feature(t.fine, fine),
    )
    features.push(
      feature(t.words2, word, at(index + 1, 'word')),
      feature(t.words3, word, at(index + 1, 'word'), at(index + 2, 'word')),
      feature(t.stems2, stem, at(index + 1, 'stem')),
      feature(t.coarse2, coarse, at(index + 1, 'coarse')),
    )
    if (index + 2 < views.length) features.push(feature(t.skip2, stem, at(index + 2, 'stem')))
    if (index + 3 < views.length) features.push(feature(t.skip3, stem, at(index + 3, 'stem')))
  }
}

function addOpening(views: WordView[], features: number[]): void {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((index) => views[index]?.word ?? border) as [
    number,
    number,
    number,
    number,
  ]
  features.push(feature(t.opening, 0, first), feature(t.opening, 1, second), feature(t.opening, 2, third))
  features.push(feature(t.opening2, first, second), feature(t.opening3, first, second, third))
  features.push(feature(t.opening4, feature(t.opening2, first, second), third, fourth))
  const [last, before, third_] = [1, 2, 3].map((back) => views.at(-back)?.stem ?? border) as [
    number,
    number,
    number,
  ]
  features.push(feature(t.ending, third_, before, last))
}

function addSurroundings(views: WordView[], at: number, features: number[]): void {
  const word = (offset: number) => views[at + offset]?.word ?? border
  const stem = (offset: number) => views[at + offset]?.stem ?? border
  const kind = word(0)
  for (let offset = 1; offset <= 4; offset++) {
    features.push(feature(t.beforeAt, offset, word(-offset)), feature(t.afterAt, offset, word(offset)))
    features.push(feature(t.before, stem(-offset)), feature(t.after, stem(offset)))
  }
  features.push(feature(t.before2, word(-2), word(-1), kind))
  features.push(feature(t.before3, feature(t.before2, word(-3), word(-2)), word(-1), kind))
  features.push(feature(t.after2, kind, word(1), word(2)))
  features.push(feature(t.place, Math.floor((at / views.length) * 4), kind))
  features.push(feature(t.last, at >= views.length - 2 ? 1 : 0, kind), feature(t.first, at < 2 ? 1 : 0))
}

/** Who speaks and what is reported, alone and together. */
const speakers = ['we', 'our', 'this', 'present', 'previous', 'previously', '0', '0.0', '0%', 'fig', 'table']
const reports =
  /^(?:were|was|is|are|have|using|used|found|show\w*|report\w*|similar\w*|consistent\w*|agree\w*|contrast\w*|than)$/

function addSigns({ words, citations }: CitingSentence, features: number[]): void {
  features.push(feature(t.citations, Math.min(citations.length, 4)))
  features.push(feature(t.length, Math.min(8, Math.floor(words.length / 8))))
  const reported = new Set(words.filter((word) => reports.test(word)))
  for (const speaker of speakers) {
    if (!words.includes(speaker)) continue
    const sign = hashText(speaker)
    features.push(feature(t.sign, sign))
    for (const report of reported) features.push(feature(t.signs, sign, hashText(stemOf(report))))
  }
}

const auxiliary = /^(?:was|were|is|are|been|be)$/
const participle = /(?:ed|en|wn|lt|ade|one|ound)$/
const subject = /^(?:we|our|i|us|authors?|they|stud(?:y|ies)|results?|findings?|data)$/

function addVerbs(views: WordView[], features: number[]): void {
  for (const [index, { text, word }] of views.entries()) {
    if (auxiliary.test(text)) {
      const verb = views.slice(index + 1, index + 3).find((next) => participle.test(next.text))
      if (verb) features.push(feature(t.passiveVerb, word, verb.stem), feature(t.passive, word))
    }
    if (!subject.test(text)) continue
    for (const next of views.slice(index + 1, index + 5)) features.push(feature(t.subject, word, next.stem))
  }
}
