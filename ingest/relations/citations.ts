/** What the paper cites each entity for, with the sentences that show it. */
import type { Claim, Entity, Intent, Role, Span } from '../../shared/schema.ts'
import type { CitedIntents } from './cited-roles.ts'
import type { CitedPlace } from './markers.ts'
import type { Reading, ReadSentence } from './reading.ts'
import type { RoleGuess } from './roles.ts'

/**
 * @param markers by index of the entity, and what their sentences cite for
 * @returns the entities in their order, with role, intent, sentences (the clearest first) and marker
 */
export function citeEntities(
  reading: Reading,
  guesses: RoleGuess[],
  claims: Claim[],
  markers: ReadonlyMap<number, CitedPlace>,
  intents: ReadonlyMap<number, CitedIntents>,
): Entity[] {
  const sentences = sentencesOf(reading)
  const claimsOf = claimsByName(claims)
  const introduced = new Set(
    reading.entities.filter((_, index) => guesses[index]!.role === 'introduced').map(({ name }) => name),
  )
  return reading.entities.map((entity, index): Entity => {
    const { role, confidence } = guesses[index]!
    const own = claimsOf.get(entity.name) ?? []
    const intent = intentOf(reading, index, role, introduced, own, intents.get(index)?.extends ?? 0)
    const { name, type, aliases, acronyms, mentions } = entity
    return {
      name,
      type,
      role,
      intent,
      aliases,
      acronyms,
      mentions,
      sentences: byClarity(sentences[index]!, intent, own),
      marker: markers.get(index)?.text ?? null,
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
  introduced: Set<string>,
  claims: Claim[],
  extendsProbability: number,
): Intent {
  if (role === 'introduced') return 'introduces'
  if (role === 'compared') return 'compares'
  if (role === 'background') return 'background'
  const { name, type } = reading.entities[index]!
  if (type === 'Task') return 'addresses'
  // Half of it is SciCite's, whose labels know no extension.
  if (extendsProbability > 0.25) return 'extends'
  const extended = claims.some(
    ({ predicate, subject, object, negated, cue }) =>
      predicate === 'BASED_ON' &&
      !negated &&
      object.entity === name &&
      introduced.has(subject.entity) &&
      reading.text
        .slice(cue.start, cue.end)
        .toLowerCase()
        .split(/\s+/)
        .some((word) => extending.test(word)),
  )
  return extended ? 'extends' : 'uses'
}

/** For each entity the sentences that name it. */
function sentencesOf(reading: Reading): ReadSentence[][] {
  const found = reading.entities.map((): ReadSentence[] => [])
  for (const sentence of reading.sentences) {
    for (const { entity } of sentence.places) {
      if (found[entity]!.at(-1) !== sentence) found[entity]!.push(sentence)
    }
  }
  return found
}

function claimsByName(claims: Claim[]): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>()
  for (const claim of claims) {
    for (const { entity } of [claim.subject, claim.object]) {
      const own = found.get(entity)
      if (own) own.push(claim)
      else found.set(entity, [claim])
    }
  }
  return found
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

function byClarity(sentences: ReadSentence[], intent: Intent, claims: Claim[]): Span[] {
  const telltale = claims.filter(({ predicate }) => tellingPredicates[intent].includes(predicate))
  const claimed = new Set(telltale.map(({ sentence }) => sentence.start))
  const clarity = ({ kind, start }: ReadSentence): number => {
    const order = telling[intent].indexOf(kind)
    return (claimed.has(start) ? -10 : 0) + (order < 0 ? telling[intent].length : order)
  }
  const ranked = sentences.map((sentence) => ({ sentence, rank: clarity(sentence) }))
  ranked.sort((a, b) => a.rank - b.rank || a.sentence.start - b.sentence.start)
  return ranked.map(({ sentence: { start, end } }) => ({ start, end }))
}
