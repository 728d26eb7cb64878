/** Phrases that stand for what the paper introduces: "we", "our method", "the proposed approach", "it". */
import type { Place, ReadSentence } from './reading.ts'

/** The introduced entities that such phrases mean, as indices; null where the paper has none. */
export interface Introduced {
  method: number | null
  dataset: number | null
}

const heads =
  'methods?|approach(?:es)?|models?|frameworks?|algorithms?|systems?|networks?|architectures?|techniques?|procedures?|schemes?|strateg(?:y|ies)|pipelines?|solutions?|formulations?|paradigms?|mechanisms?|modules?|loss|layers?|estimators?|classifiers?|detectors?|learners?|agents?|polic(?:y|ies)|designs?|variants?|tools?|toolkits?|librar(?:y|ies)|planners?|trackers?|parsers?|encoders?|decoders?|transformers?'
const datasetHeads =
  'datasets?|benchmarks?|corpus|corpora|collections?|testbeds?|test suites?|challenges?|simulators?|environments?|suites?'
const notInside =
  '(?!(?:that|which|show|shows|experiments?|results?|evaluations?|analysis|of|and|or|for|in|is|are|with|to|the|by|on|from|new)\\b)'
const phrase = new RegExp(
  `\\b(?:our|(?:the|this) (?:newly )?(?:proposed|presented|introduced|developed|resulting|new|novel|suggested|entire|overall|whole))\\s+(?:${notInside}[a-z-]+\\s+){0,2}?(${heads}|(${datasetHeads}))\\b` +
    `|\\bthis (?:(?:new|novel|simple|general|unified|hybrid|generic) )?(?:${heads}|(${datasetHeads}))\\b` +
    '|\\b(we)\\b|\\b(our)\\b|(it|they)\\b(?<=(?:^|[.;:] |, (?:and |but )?|that |and |but |while |because |since )(?:it|they))|\\bthis (paper|work|article|study)\\b|\\bthe (paper|article)\\b',
  'g',
)

/**
 * @returns places for the phrases of one sentence, sorted by start, none over a name;
 *   "it" and "they" count only where the sentence has no name before them
 */
export function implicitPlaces(sentence: ReadSentence, introduced: Introduced): Place[] {
  if (sentence.kind === 'title') return []
  const places: Place[] = []
  for (const match of sentence.masked.matchAll(phrase)) {
    const start = sentence.start + match.index
    const isDataset = (match[2] ?? match[3]) !== undefined
    const pronoun = match[6]
    // Before the paper says what it does, "it" and "this model" are somebody else's.
    if (sentence.kind === 'background' && (pronoun || /^this (?!paper|work|article|study)/.test(match[0])))
      continue
    if (pronoun && sentence.places.some((place) => place.start < start)) continue
    const entity = isDataset
      ? introduced.dataset
      : (introduced.method ?? (pronoun ? null : introduced.dataset))
    if (entity !== null) places.push({ entity, start, end: start + match[0].length, implicit: true })
  }
  return places
}
