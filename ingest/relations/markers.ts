/** Citation markers, tied to the technique that they stand for. Doubtful ones are tied to nothing. */
import { type FoundMarker, findMarkers } from './marker-patterns.ts'
import type { Place, Reading, ReadSentence } from './reading.ts'

/** Where a name is cited. */
export interface CitedPlace {
  /** The marker as it stands in the text. */
  text: string
  sentence: ReadSentence
}

const headNoun =
  '(?:(?:method|model|algorithm|approach|framework|network|architecture|data\\s?set|benchmark|corpus|corpora|loss|optimi[sz]er|system|layer|module|classifier|encoder|decoder|parser|tagger|toolkit|library|technique|embedding|score|metric|measure|objective|function|estimator|baseline|database|challenge|shared task|task)(?:es|s)?\\s{0,2})'
const made = '(?:proposed|introduced|presented|developed|described|released|defined|suggested|invented)'
const adverb =
  '(?:(?:first|originally|initially|recently|previously|later|also|further|then|independently)\\s)?'
/** What may stand between a name and the marker that is its own: a possessive, its short form, a head noun, its maker. */
const nameThenMarker = new RegExp(
  [
    "^(?:['’]s|\\))?\\s{0,2}(?:\\([^()]{1,40}\\)\\s{0,2}|~)?",
    `${headNoun}{0,2}`,
    `(?:,\\s?|,?\\s?(?:which\\s)?(?:(?:was|were|is|are|has been|have been)\\s)?${adverb}${made}\\s(?:by|in)\\s|(?:by|of|from|due to)\\s|\\((?:see|cf\\.|e\\.g\\.,?)\\s)?$`,
  ].join(''),
  'i',
)
/** "Graph Attention Network (GAT; ": the marker's bracket opens with the name. */
const shortFormThenMarker = /^\s{0,2}[;,:]\s{1,2}$/
/** "Devlin et al. (2019) propose ", "Devlin et al. (2019) introduced a model called ". */
const markerThenName = new RegExp(
  `^\\s{1,2}(?:(?:have|has|had)\\s)?${adverb}(?:propos|introduc|present|develop|releas|invent|coin|creat|design)(?:e[ds]?|ing|s|ed)?\\s(?:(?:the|a|an|their|so-called|new|novel|popular|well-known)\\s){0,3}(?:(?:[\\p{L}-]{1,20}\\s){1,4}(?:called|named|dubbed|termed|coined)\\s)?$`,
  'iu',
)
const possessiveThenName = /^['’]s?\s(?:(?:original|popular|recent|well-known|seminal|own)\s)?$/
/** Nothing that a marker is made of. */
const nameMask = '\uFFFC'
/** Names of one list. */
const coordinated = /^\s{0,2}(?:\([^()]{1,40}\)\s{0,2})?(?:,\s?(?:and|or|&)?|and|or|&|\/)\s{0,2}$/

/** @returns for each entity that a marker stands for, the first such marker */
export function citationMarkers(reading: Reading): Map<number, CitedPlace> {
  const found = new Map<number, CitedPlace>()
  for (const sentence of reading.sentences) {
    for (const marker of findMarkers(withoutNames(sentence, reading.text))) {
      for (const { entity } of citedBy(marker, sentence, reading.text)) {
        if (!found.has(entity)) found.set(entity, { text: marker.text, sentence })
      }
    }
  }
  return found
}

/** The sentence with its names blotted out, for no name is an author: "Beyond Alpha, Liu et al. (2019) propose Beta". */
function withoutNames({ start, end, places }: ReadSentence, text: string): string {
  let masked = ''
  let position = start
  for (const place of places) {
    masked += text.slice(position, place.start) + nameMask.repeat(place.end - place.start)
    position = place.end
  }
  return masked + text.slice(position, end)
}

/** The names that a marker stands for. */
function citedBy(marker: FoundMarker, sentence: ReadSentence, text: string): Place[] {
  const start = sentence.start + marker.start
  const end = sentence.start + marker.end
  const { places } = sentence
  const next = places.findIndex((place) => place.start >= end)
  const last = next < 0 ? places.length - 1 : next - 1
  const before = places[last]
  if (before) {
    const between = text.slice(before.end, start)
    const own = marker.kind === 'inside' ? shortFormThenMarker : nameThenMarker
    if (own.test(between) && !isSubject(marker, between, text.slice(end))) {
      return marker.references > 1 ? coordinatedNames(places, last, marker.references, text) : [before]
    }
  }
  const after = next < 0 ? undefined : places[next]
  if (!after || marker.kind === 'inside') return []
  const between = text.slice(end, after.start)
  if (markerThenName.test(between)) return [after]
  const possessive =
    marker.kind === 'spoken' &&
    (possessiveThenName.test(between) || /['’]s?\s{0,2}[([][^([]*$/.test(marker.text))
  return possessive && /^(?:['’]s?)?\s/.test(between) && between.length < 24 ? [after] : []
}

/** "Beyond BERT, Liu et al. (2019) propose RoBERTa": the authors begin a clause of their own. */
function isSubject(marker: FoundMarker, before: string, after: string): boolean {
  return marker.kind === 'spoken' && /^\s{0,2}(?:,\s?)?$/.test(before) && /^\s{1,2}(?!\d)\p{Ll}/u.test(after)
}

/** As many names of a list as a marker cites papers; else the last alone, for it is hardly another's. */
function coordinatedNames(places: Place[], last: number, references: number, text: string): Place[] {
  const names: Place[] = [places[last]!]
  const entities = new Set([places[last]!.entity])
  for (let index = last - 1; index >= 0; index--) {
    const place = places[index]!
    const following = places[index + 1]!
    const between = text.slice(place.end, following.start)
    const sameEntity = entities.has(place.entity) && /^\s{0,2}\($/.test(between)
    if (!sameEntity && !coordinated.test(between.replace(/^\)/, ''))) break
    if (!entities.has(place.entity)) names.push(place)
    entities.add(place.entity)
  }
  return names.length === references ? names : names.slice(0, 1)
}
