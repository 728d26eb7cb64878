/** What the paper cites each entity for, with the sentences that show it. */
import type { Claim, Entity, Intent, Role, Span } from '../../shared/schema.ts'
import { citationMarkers } from './markers.ts'
import type { Reading, ReadSentence } from './reading.ts'
import type { RoleGuess } from './roles.ts'

/** @returns the entities in their order, with role, intent, sentences (the clearest first) and marker */
export function citeEntities(reading: Reading, guesses: RoleGuess[], claims: Claim[]): Entity[] {
  const markers = citationMarkers(reading)
  return reading.entities.map((entity, index): Entity => {
    const { role, confidence } = guesses[index]!
    const intent = intentOf(reading, index, role, guesses, claims)
    const sentences = sentencesOf(reading, index)
    const { name, type, aliases, acronyms, mentions } = entity
    return {
      name,
      type,
      role,
      intent,
      aliases,
      acronyms,
      mentions,
      sentences: byClarity(sentences, intent, claims, name),
      marker: markers.get(index) ?? null,
      confidence: entity.confidence * confidence,
    }
  })
}

/** A used technique is extended where the introduced one is based on it by these words. */
const extending =
  /^(?:extend\w*|build\w*|built|generali[sz]\w*|modif\w*|adapt\w*|improv\w*|enhanc\w*|augment\w*|variants?|inspired|fine|fine-tun\w*|extension|based|upon|revisit\w*)$/

function intentOf(
  reading: Reading,
  index: number,
  role: Role,
  guesses: RoleGuess[],
  claims: Claim[],
): Intent {
  if (role === 'introduced') return 'introduces'
  if (role === 'compared') return 'compares'
  if (role === 'background') return 'background'
  const { name, type } = reading.entities[index]!
  if (type === 'Task') return 'addresses'
  const extended = claims.some(({ predicate, subject, object, negated, cue }) => {
    if (predicate !== 'BASED_ON' || negated || object.entity !== name) return false
    const head = reading.entities.findIndex((entity) => entity.name === subject.entity)
    return (
      guesses[head]?.role === 'introduced' &&
      extending.test(firstWord(reading.text.slice(cue.start, cue.end)))
    )
  })
  return extended ? 'extends' : 'uses'
}

function firstWord(cue: string): string {
  return cue.toLowerCase().split(/\s/, 1)[0]!
}

function sentencesOf(reading: Reading, index: number): ReadSentence[] {
  return reading.sentences.filter(({ places }) => places.some(({ entity }) => entity === index))
}

/** Kinds of sentence that show an intent, the best first; the kinds not named follow. */
const telling: Record<Intent, ReadSentence['kind'][]> = {
  introduces: ['contribution', 'other', 'result', 'title'],
  extends: ['contribution', 'other', 'title'],
  compares: ['result', 'contribution', 'other'],
  uses: ['contribution', 'other', 'result', 'title'],
  addresses: ['contribution', 'title', 'other', 'result'],
  background: ['background', 'other'],
}
const tellingPredicates: Record<Intent, Claim['predicate'][]> = {
  introduces: [],
  extends: ['BASED_ON'],
  compares: ['OUTPERFORMS', 'COMPARED_WITH'],
  uses: ['BASED_ON', 'PART_OF', 'EVALUATED_ON', 'TRAINED_ON', 'MEASURED_BY'],
  addresses: ['USED_FOR', 'BENCHMARK_FOR'],
  background: [],
}

function byClarity(sentences: ReadSentence[], intent: Intent, claims: Claim[], name: string): Span[] {
  const clarity = ({ kind, start }: ReadSentence): number => {
    const order = telling[intent].indexOf(kind)
    const claimed = claims.some(
      ({ predicate, sentence, subject, object }) =>
        sentence.start === start &&
        tellingPredicates[intent].includes(predicate) &&
        (subject.entity === name || object.entity === name),
    )
    return (claimed ? -10 : 0) + (order < 0 ? telling[intent].length : order)
  }
  const ranked = sentences.map((sentence) => ({ sentence, rank: clarity(sentence) }))
  ranked.sort((a, b) => a.rank - b.rank || a.sentence.start - b.sentence.start)
  return ranked.map(({ sentence: { start, end } }) => ({ start, end }))
}
