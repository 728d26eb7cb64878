import { conceptTypes, type Span } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { findAcronyms } from '../acronyms.ts'
import { normaliseForm } from '../forms.ts'
import { levelSign, signsOf } from './candidate-signs.ts'
import { bestPath, marginals } from './chain.ts'
import { type ChainModel, spanConfidence, spansOf, type TokenSpan } from './decode.ts'
import { outsideLabel } from './labels.ts'
import { type CountedPhrases, maxPhrase, type PhraseCounts } from './lexicon.ts'
import type { DocumentScores } from './score-tokens.ts'

/** What may be an entity of a document: a form and all places where the chain sees it, at some boldness. */
export interface Candidate {
  form: string
  places: (TokenSpan & { sentence: number })[]
  /** By type: the highest probability at any place. */
  confidence: number[]
  /** What tells entities from other candidates; names of features that hold. */
  signs: string[]
}

/** From careful to bold; what is found only by a bold reading is a candidate too. */
const boldnesses = [-0.7, 0, 0.7, 1.4]
const levelSigns = Array.from({ length: boldnesses.length * conceptTypes.length }, (_, level) =>
  levelSign(level),
)

/**
 * The candidates of a document, in the order of their first places.
 * @param own the document's own share in the phrase table; only in training
 */
export function findCandidates(
  document: TextDocument,
  scores: DocumentScores,
  chain: ChainModel,
  phrases: CountedPhrases,
  own?: Map<number, PhraseCounts>,
): Candidate[] {
  const candidates = new Map<string, Found>()
  document.sentences.forEach((sentence, index) => {
    const length = sentence.tokens.length
    const emissions = scores(index)
    const levels = readAtAll(boldnesses, (boldness) =>
      bestPath(emissions, length, chain.transitions, boldness),
    )
    if (levels.every((spans) => spans.length === 0)) return
    const probabilities = marginals(emissions, length, chain.potentials, null)
    const seen = new Map<number, Found | null>()
    levels.forEach((spans, level) => {
      for (const span of spans) {
        const place = span.first * (length + 1) + span.end
        let found = seen.get(place)
        if (found === undefined) {
          found = foundAt(document, index, span, candidates)
          seen.set(place, found)
          for (let type = 0; found && type < conceptTypes.length; type++) {
            const confidence = spanConfidence(probabilities, span.first, span.end, type, length)
            found.confidence[type] = Math.max(found.confidence[type]!, confidence)
          }
        }
        if (found) found.levels |= 1 << (level * conceptTypes.length + span.type)
      }
    })
  })
  const all = [...candidates.values()]
  const formOf = ({ start, end }: Span) => normaliseForm(document.text.slice(start, end))
  const acronyms = findAcronyms(document)
  const short = new Set(acronyms.map((definition) => formOf(definition.short)))
  const long = new Set(acronyms.map((definition) => formOf(definition.long)))
  const parts = partsOf(all)
  for (const candidate of all) {
    const signs = signsOf(candidate, document, phrases, own)
    if (short.has(candidate.form)) signs.push('defined short')
    if (long.has(candidate.form)) signs.push('defined long')
    if (parts.has(candidate.form)) signs.push('part of another')
    for (let level = 0; level < levelSigns.length; level++) {
      if (candidate.levels & (1 << level)) signs.push(levelSigns[level]!)
    }
    candidate.signs = signs
  }
  return all
}

/**
 * The spans at each boldness. The bolder, the fewer tokens are outside: where two readings have as many outside,
 * every reading between them is the same.
 * @param levels ascending
 */
function readAtAll(levels: readonly number[], pathAt: (boldness: number) => Uint8Array): TokenSpan[][] {
  const spans: TokenSpan[][] = []
  const counts: number[] = []
  const read = (level: number) => {
    const path = pathAt(levels[level]!)
    spans[level] = spansOf(path)
    let outside = 0
    for (let at = 0; at < path.length; at++) if (path[at] === outsideLabel) outside++
    counts[level] = outside
  }
  const fill = (low: number, high: number) => {
    if (high - low < 2) return
    const middle = (low + high) >> 1
    if (counts[low] === counts[high]) {
      for (let level = low + 1; level < high; level++) spans[level] = spans[high]!
      return
    }
    read(middle)
    fill(low, middle)
    fill(middle, high)
  }
  const last = levels.length - 1
  read(last)
  if (spans[last]!.length === 0) return levels.map(() => [])
  read(0)
  fill(0, last)
  return spans
}

/** A candidate in the making: at which boldness it was read as which type. */
interface Found extends Candidate {
  /** A bit for each `level * types + type`. */
  levels: number
}

/** Takes a place in; null for what cannot be a name. */
function foundAt(
  document: TextDocument,
  sentence: number,
  span: TokenSpan,
  candidates: Map<string, Found>,
): Found | null {
  const { tokens } = document.sentences[sentence]!
  const surface = document.text.slice(tokens[span.first]!.start, tokens[span.end - 1]!.end)
  const form = normaliseForm(surface)
  if (form === '' || !isBalanced(surface)) return null
  let found = candidates.get(form)
  if (!found) {
    found = { form, places: [], signs: [], levels: 0, confidence: conceptTypes.map(() => 0) }
    candidates.set(form, found)
  }
  found.places.push({ ...span, sentence })
  return found
}

function isBalanced(surface: string): boolean {
  if (!/[()[\]]/.test(surface)) return true
  let depth = 0
  for (const character of surface) {
    if (character === '(' || character === '[') depth++
    if (character === ')' || character === ']') depth--
    if (depth < 0) return false
  }
  return depth === 0
}

/** The forms that are a proper part of another candidate's, word by word. */
function partsOf(candidates: Candidate[]): Set<string> {
  const forms = new Set(candidates.map(({ form }) => form))
  const parts = new Set<string>()
  for (const { form } of candidates) {
    for (let start = 0; start >= 0 && start < form.length; start = nextWord(form, start)) {
      let end = form.indexOf(' ', start + 1)
      for (let words = 1; words <= maxPhrase; words++, end = form.indexOf(' ', end + 1)) {
        const part = end < 0 ? form.slice(start) : form.slice(start, end)
        if (part.length < form.length && forms.has(part)) parts.add(part)
        if (end < 0) break
      }
    }
  }
  return parts
}

function nextWord(form: string, start: number): number {
  const space = form.indexOf(' ', start)
  return space < 0 ? -1 : space + 1
}
