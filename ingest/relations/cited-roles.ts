/** What the sentences of citation markers say of the names cited there, and the roles that follow. */
import type { Intent, Role } from '../../shared/schema.ts'
import { type IntentClassifier, type IntentScheme, intentSchemes } from './intent/intent-classifier.ts'
import type { CitedPlace } from './markers.ts'
import type { Reading } from './reading.ts'
import type { RoleGuess } from './roles.ts'

/** The probability of each intent that a sentence can show. */
export type CitedIntents = Partial<Record<Intent, number>>

/**
 * Asks a classifier for each sentence with a marker, once for each set that it knows, and takes the mean.
 * @param markers of entities, by index
 * @returns for each of these entities what its sentence cites for
 */
export async function citedIntents(
  reading: Reading,
  markers: ReadonlyMap<number, CitedPlace>,
  classifier: IntentClassifier,
): Promise<Map<number, CitedIntents>> {
  const found = new Map<number, CitedIntents>()
  if (markers.size === 0) return found
  const sentences = [...new Set(Array.from(markers.values(), ({ sentence }) => sentence))]
  const intents = sentences.map((): CitedIntents => ({}))
  const schemes = Object.keys(intentSchemes) as IntentScheme[]
  for (const scheme of schemes) {
    const meaning: Readonly<Record<string, Intent>> = intentSchemes[scheme]
    const texts = sentences.map(({ start, end }) => reading.text.slice(start, end))
    for (const [index, answer] of (await classifier.classify(texts, scheme)).entries()) {
      for (const { label, probability } of answer) {
        const intent = meaning[label]!
        intents[index]![intent] = (intents[index]![intent] ?? 0) + probability / schemes.length
      }
    }
  }
  for (const [entity, { sentence }] of markers) found.set(entity, intents[sentences.indexOf(sentence)]!)
  return found
}

const citedRoles: Role[] = ['used', 'compared', 'background']
const roleOf: Partial<Record<Intent, Role>> = {
  uses: 'used',
  extends: 'used',
  compares: 'compared',
  background: 'background',
}
/**
 * How much the sentence's intent counts beside the model of roles, which knows the whole abstract. On the 57 names with
 * markers in the annotated abstracts more makes roles worse: a sentence that uses one technique compares it to another.
 */
const intentWeight = 0.25

/**
 * Roles of cited names, by the model of roles and the intent of their sentences together. What has a marker of its own
 * is another paper's: none of those 57 names is introduced.
 */
export function reviseRoles(guesses: RoleGuess[], intents: ReadonlyMap<number, CitedIntents>): RoleGuess[] {
  return guesses.map((guess, index): RoleGuess => {
    const cited = intents.get(index)
    if (!cited) return guess
    const rest = (1 - guess.confidence) / citedRoles.filter((role) => role !== guess.role).length
    const weights = citedRoles.map((role) => {
      const intent = Object.entries(cited).reduce(
        (sum, [name, probability]) => sum + (roleOf[name as Intent] === role ? probability : 0),
        0,
      )
      return (role === guess.role ? guess.confidence : rest) * intent ** intentWeight
    })
    const best = Math.max(...weights)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    if (!(best > 0)) return guess
    return { ...guess, role: citedRoles[weights.indexOf(best)]!, confidence: best / total }
  })
}
