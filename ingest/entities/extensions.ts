/** Which longer form of a document is the same entity as a shorter one that it starts or ends with. */
import type { ConceptType } from '../../shared/schema.ts'
import { normaliseForm } from './forms.ts'

/** Form with all the ways in which the document writes it. */
export interface WrittenForm {
  form: string
  surfaces: string[]
}

function words(text: string): Set<string> {
  return new Set(text.split(' '))
}

// The lists below come from the annotated training abstracts: of the pairs of forms that differ by such words, nine
// in ten or more (or, for those that part, too few) are one entity.

/** Nouns that say what kind of thing a name names: "slice sampling algorithm". */
const kinds = words(
  'algorithm approach architecture benchmark block bound classifier dataset estimator framework function layer ' +
    'mechanism method model module network operation operator problem procedure process rule scheme score setting ' +
    'solver strategy structure system task technique unit',
)
/** Last words that make another thing of what they follow. */
const otherThing = words('accuracy error classification loss rate agent attack learning kernel segmentation')
/** Words after which something else is named, of which the name is a part or a means. */
const joiners = words(
  'with based by and or via on guided enhanced powered aware augmented using through plus vs under without to',
)
/** Words after which the same thing is told more closely; after a method only "of". */
const narrowing = words('of in from for')
/** Words before a method's name that leave it the same. */
const plainModifiers = words(
  'large scale pre trained pretrained traditional standard classical classic conventional original pure full general ' +
    'vanilla existing novel simple learned learnable regular typical common proposed',
)
/** Words before a task's or metric's name that make another one of it. */
const otherModifiers = words(
  'unsupervised supervised semi weakly self zero few one shot multi multiple cross domain adaptive generalized ' +
    'generalizable blind partial document sentence level lingual multilingual massively and of the n ary choice ' +
    'federated incremental streaming abstractive extractive interpretable fine grained privacy preserving video rgb ' +
    'camera text detect asymmetric agnostic aware free averse explainable controlled personalized absent present differentially private open closed set top non time aspect pixel dice balanced development',
)

/**
 * Finds the forms that say no more than a shorter form of the same document: "DETR models" and "DETR", "real-world
 * image denoising" and "image denoising".
 * @param forms normalised forms of one type
 * @returns pairs of a longer form and the shorter one; several sizes ("CIFAR-10", "CIFAR-100") are things of their own
 */
export function extensionsOf(type: ConceptType, forms: WrittenForm[]): [string, string][] {
  const byForm = new Map(forms.map((written) => [written.form, written]))
  const pairs: [string, string][] = []
  const sizes = new Map<string, string[]>()
  for (const longer of forms) {
    const parts = longer.form.split(' ').slice(0, maxWords)
    for (let cut = 1; cut < parts.length; cut++) {
      const [before, after] = [parts.slice(0, cut), parts.slice(cut)]
      const start = byForm.get(before.join(' '))
      if (start && extendsStart(type, start, longer, after)) {
        if (after.every((word) => /\d/.test(word)))
          sizes.set(start.form, [...(sizes.get(start.form) ?? []), longer.form])
        else pairs.push([longer.form, start.form])
      }
      const end = byForm.get(after.join(' '))
      if (end && extendsEnd(type, before, after)) pairs.push([longer.form, end.form])
    }
  }
  for (const [shorter, longer] of sizes) if (longer.length === 1) pairs.push([longer[0]!, shorter])
  return pairs
}

/** Longer forms are not looked into. */
const maxWords = 12

function extendsStart(type: ConceptType, start: WrittenForm, longer: WrittenForm, rest: string[]): boolean {
  const [next, last] = [rest[0]!, rest.at(-1)!]
  if (otherThing.has(last) || (rest.length === 1 && /^\d(\.\d)?$/.test(next))) return false
  if (isVariantName(start, longer)) return false
  if (next === 'based') return rest.length > 1 && rest.slice(1).every((word) => kinds.has(word))
  if (joiners.has(next)) return false
  if (narrowing.has(next)) return type !== 'Method' || next === 'of'
  if (type !== 'Method') return true
  return rest.length === 1 || (rest.length === 2 && kinds.has(last))
}

/**
 * Whether the longer form is a name of its own made from the shorter, as its writing shows: "WGAN-GP" of "WGAN",
 * "Mamba Imitation Learning" of "Mamba"; not so where the document also writes the addition small.
 */
function isVariantName(start: WrittenForm, longer: WrittenForm): boolean {
  return (
    longer.surfaces.length > 0 &&
    longer.surfaces.every((surface) => {
      const base = start.surfaces.find((short) => surface.startsWith(short))
      const rest = base === undefined ? null : surface.slice(base.length)
      if (rest === null || !/^\p{Lu}/u.test(surface)) return false
      if (/^-\p{Lu}/u.test(rest)) return true
      return /^[\s-]\p{Lu}/u.test(rest) && !kinds.has(normaliseForm(rest).split(' ')[0]!)
    })
  )
}

function extendsEnd(type: ConceptType, added: string[], rest: string[]): boolean {
  if (type === 'Method') return added.every((word) => plainModifiers.has(word))
  if (type === 'Dataset' || added.some((word) => /\d/.test(word) || otherModifiers.has(word))) return false
  return type === 'Metric' || rest.length > 1
}
