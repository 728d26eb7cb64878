/** Who does it and to whom: the places that a cue takes as its subject and its objects. */
import type { ConceptType, Span } from '../../../shared/schema.ts'
import type { Place } from '../reading.ts'
import { maskedBetween, type Scene } from '../scenes.ts'

/** A place after one of these is not the subject of the verb that follows. */
const governed =
  /\b(?:unlike|of|with|using|by|for|on|in|to|as|from|via|than|over|without|against|through|like|into|at|under|between|and|or|named|called|based on|on top of)\s+(?:(?:the|a|an|our|its|their|other|both|existing|standard|strong|several|various|state-of-the-art|popular)\s+)*$/
const clauseStart =
  /[;:]|,\s*(?:and|but|while|whereas|although|though|yet|so)\b|\b(?:that|whereas|although|while|because|since|where|when|if)\b/g
const weak = /^(?:we|our|this \w+|the (?:paper|article))$/

/**
 * The subject of a verb: the first method of its clause that no preposition governs, else the nearest one before
 * the verb in the sentence; "we" only where nothing else is there.
 */
export function subjectBefore(scene: Scene, cue: Span, types: readonly ConceptType[]): Place | null {
  const { sentence } = scene
  const fitting = scene.places.filter(
    (place) => place.end <= cue.start && types.includes(scene.types[place.entity]!),
  )
  if (fitting.length === 0) return null
  const before = maskedBetween(scene, sentence.start, cue.start)
  if (
    /\b(?:which|that|and|to|thus|thereby|therefore|hence|also)\s*$/.test(before) ||
    /,\s*(?:\w+ly\s+)?$/.test(before)
  ) {
    const relative = /(?:,\s*|\s)(?:which|that)\s*$/.exec(before)
    const owner = relative && fitting.findLast((place) => place.end <= sentence.start + relative.index + 1)
    if (owner && sentence.start + relative.index - owner.end < 3) return owner
  }
  let from = sentence.start
  for (const match of before.matchAll(clauseStart)) {
    const start = sentence.start + match.index + match[0].length
    if (fitting.some((place) => place.start >= start)) from = start
  }
  const inClause = fitting.filter((place) => place.start >= from)
  const named = inClause.filter((place) => !isWeak(scene, place))
  const free = named.filter((place) => !governed.test(maskedBetween(scene, from, place.start)))
  return free[0] ?? inClause.filter((place) => isWeak(scene, place)).at(-1) ?? named.at(-1) ?? null
}

function isWeak(scene: Scene, place: Place): boolean {
  return place.implicit && weak.test(maskedBetween(scene, place.start, place.end))
}

/** The subject of "compared to B, A achieves": the first method after the comma that no preposition governs. */
export function subjectAfter(scene: Scene, end: number, types: readonly ConceptType[]): Place | null {
  const rest = maskedBetween(scene, end, scene.sentence.end)
  const comma = rest.indexOf(',')
  if (comma < 0) return null
  const from = end + comma + 1
  const fitting = scene.places.filter(
    (place) => place.start >= from && types.includes(scene.types[place.entity]!),
  )
  return fitting.find((place) => !governed.test(maskedBetween(scene, from, place.start))) ?? null
}

/** Past these words an object no longer belongs to its verb. */
const stops =
  /[;:]|\b(?:on|in|with|by|for|under|when|while|at|across|without|after|through|via|because|which|that|whereas|although|though|but|where|if|is|are|was|were|achiev\w*|show\w*|demonstrat\w*|we|our|terms|average|using|to)\b/
const opening =
  /\b(?:such as|including|e\.g\.,?|like|based on|namely|i\.e\.,?|of|over|than|with|to|against|the use of|trained (?:on|with)|methods using|using)\s+(?:the |a |an )?$/
const maxLeap = 70
const joint =
  /^(?:\s*\((?:[^()]{0,40})\))?['’]?s?(?:-based|-style|-like|-type)?(?:\s+[a-z-]+){0,2}?\s*(?:,\s*(?:and|or|as well as)?|,?\s*(?:and|or|&|as well as|and also|along with)|\/)\s*(?:(?:even|also|the|a|an|its|both|other|existing|recent|strong|popular|standard|traditional|conventional|classical|vanilla|previous|competitive|widely used|state-of-the-art|over|than|to|with)\s+){0,3}$/

/**
 * The objects of a cue that ends at an offset: the first fitting place soon after it, and those joined to it.
 * @param silent whether "our method" may be the object, as in "is outperformed by our method"
 */
export function objectsAfter(
  scene: Scene,
  end: number,
  types: readonly ConceptType[],
  silent: boolean,
): Place[] {
  const objects: Place[] = []
  for (const place of scene.places) {
    if (place.start < end || (place.implicit && !silent)) continue
    const previous = objects.at(-1)
    if (!previous) {
      const gap = maskedBetween(scene, end, place.start)
      if (gap.length > maxLeap || stops.test(gap.replace(opening, ''))) return objects
      if (types.includes(scene.types[place.entity]!)) objects.push(place)
    } else {
      const gap = maskedBetween(scene, previous.end, place.start)
      if (/^\s*\($/.test(gap) && place.entity === previous.entity) objects[objects.length - 1] = place
      else if (types.includes(scene.types[place.entity]!) && joint.test(gap.replace(/^\s*\)/, '')))
        objects.push(place)
      else return objects
    }
  }
  return objects
}
