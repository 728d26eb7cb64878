import type { ConceptType, Mention } from '../../shared/schema.ts'
import type { Sentence, TextDocument } from '../documents.ts'
import { tokenise } from '../text/tokens.ts'
import type { AcronymDefinition } from './acronyms.ts'
import { isShortForm, normaliseForm } from './forms.ts'

/** Longer mentions are not looked for elsewhere in the document. */
const maxTokens = 8

interface KnownForm {
  type: ConceptType
  confidence: number
  /** How the form is written where case tells it from a common word; null where any case will do. */
  exact: string | null
}

/**
 * What a paper calls an entity once it calls so everywhere: adds the occurrences of tagged forms, and of the other
 * form of an acronym that has one form tagged, wherever no mention stands yet. A form that was tagged with several
 * types gets the one with the highest summed confidence everywhere.
 * @returns mentions sorted by start, without overlap
 */
export function propagate(
  document: TextDocument,
  tagged: Mention[],
  acronyms: AcronymDefinition[],
): Mention[] {
  const known = knownForms(document.text, tagged, acronyms)
  const kept = tagged.map((mention) => ({
    ...mention,
    type: known.get(normaliseForm(mention.surface))?.type ?? mention.type,
  }))
  const taken = new Uint8Array(document.text.length)
  for (const { start, end } of kept) taken.fill(1, start, end)
  const { starts, ends } = endWords(document.text, tagged, acronyms)
  for (const sentence of document.sentences) {
    for (const mention of occurrences(document.text, sentence, known, starts, ends)) {
      if (taken.subarray(mention.start, mention.end).includes(1)) continue
      kept.push(mention)
    }
  }
  return kept.sort((a, b) => a.start - b.start)
}

function knownForms(text: string, tagged: Mention[], acronyms: AcronymDefinition[]): Map<string, KnownForm> {
  const votes = new Map<string, Map<ConceptType, number>>()
  const known = new Map<string, KnownForm>()
  for (const { surface, type, confidence } of tagged) {
    const form = normaliseForm(surface)
    if (form === '') continue
    const types = votes.get(form) ?? new Map<ConceptType, number>()
    types.set(type, (types.get(type) ?? 0) + confidence)
    votes.set(form, types)
  }
  const surfaces = new Map(tagged.map(({ surface }) => [normaliseForm(surface), surface]))
  for (const [form, types] of votes) {
    const [type, sum] = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    known.set(form, {
      type,
      confidence: Math.min(1, sum),
      exact: caseOf(surfaces.get(form)!),
    })
  }
  for (const { short, long } of acronyms) {
    const forms = [short, long].map(({ start, end }) => text.slice(start, end))
    const [shortForm, longForm] = forms.map(normaliseForm) as [string, string]
    const evidence = known.get(longForm) ?? known.get(shortForm)
    if (!evidence || shortForm === '' || longForm === '') continue
    known.set(shortForm, { ...evidence, exact: caseOf(forms[0]!) })
    known.set(longForm, { ...evidence, exact: null })
  }
  return known
}

function caseOf(surface: string): string | null {
  return isShortForm(surface) ? surface.replace(/s$/, '') : null
}

/** The same for a token in any case and number. */
function wordKey(word: string): string {
  const lower = word.toLowerCase()
  return lower.endsWith('s') || lower.endsWith('y') ? lower.replace(/(?:ies|ys?|s)$/, '') : lower
}

/** The keys of first and last tokens of known forms: forms are looked for only between two such. */
function endWords(
  text: string,
  tagged: Mention[],
  acronyms: AcronymDefinition[],
): Record<'starts' | 'ends', Set<string>> {
  const defined = acronyms.flatMap(({ short, long }) => [short, long])
  const surfaces = new Set([
    ...tagged.map(({ surface }) => surface),
    ...defined.map(({ start, end }) => text.slice(start, end)),
  ])
  const [starts, ends] = [new Set<string>(), new Set<string>()]
  for (const surface of surfaces) {
    const tokens = tokenise(surface)
    starts.add(wordKey(tokens[0]!.text))
    // "BERT's": the "s" counts as part of the word before it.
    for (const { text: word } of tokens.slice(-3)) if (isEnd.test(word)) ends.add(wordKey(word))
  }
  return { starts, ends }
}
const isEnd = /[\p{L}\p{N}+#*]$/u

function occurrences(
  text: string,
  sentence: Sentence,
  known: Map<string, KnownForm>,
  starts: Set<string>,
  ends: Set<string>,
): Mention[] {
  const { tokens } = sentence
  const found: Mention[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (!starts.has(wordKey(tokens[first]!.text))) continue
    for (let last = Math.min(tokens.length, first + maxTokens) - 1; last >= first; last--) {
      if (!ends.has(wordKey(tokens[last]!.text)) || !isEnd.test(tokens[last]!.text)) continue
      if (isInsideWord(sentence, first, last)) continue
      const surface = text.slice(tokens[first]!.start, tokens[last]!.end)
      const form = known.get(normaliseForm(surface))
      if (!form || (form.exact !== null && surface.replace(/s$/, '') !== form.exact)) continue
      const { start } = tokens[first]!
      found.push({ start, end: tokens[last]!.end, surface, type: form.type, confidence: form.confidence })
      first = last
      break
    }
  }
  return found
}

/** "BERT" in "RoBERTa" is no token of its own; in "ResNet50" and "X-BERT" it is, but not a word. */
function isInsideWord(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  const joinsBefore =
    before !== undefined && before.end === tokens[first]!.start && /[\p{L}\p{N}-]/u.test(before.text)
  const joinsAfter =
    after !== undefined && after.start === tokens[last]!.end && /[\p{L}\p{N}]/u.test(after.text)
  return joinsBefore || joinsAfter
}
