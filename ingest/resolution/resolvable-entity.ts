/** What resolution looks at in an entity. */
import type { ConceptType } from '../../shared/schema.ts'
import { byCodePoint } from './code-point-order.ts'
import { conceptKey, normaliseForm, wordsOf } from './normalise-form.ts'

/** An entity of one paper, as far as resolution looks at it. */
export interface ResolvableEntity {
  type: ConceptType
  /** Its fullest form in its paper, or of several names the one that other papers know. */
  name: string
  /** The key of its {@link coreForm}, see {@link conceptKey}. */
  key: string
  /** Whether the key leaves out a word that says what kind of thing it is: "CLIP score" is no CLIP. */
  saysKind: boolean
  /** Keys of the short forms that its paper defines for it. */
  acronymKeys: string[]
}

/** The part of an entity that resolution needs. */
export function resolvable(entity: {
  type: ConceptType
  name: string
  aliases: string[]
  acronyms: string[]
}): ResolvableEntity {
  const { type, name } = entity
  const core = coreForm(entity)
  const key = conceptKey(type, core)
  const words = wordsOf(core)
  // "VAE-based generative model" does not say what VAE stands for.
  const acronymKeys = [...new Set(entity.acronyms.map(normaliseForm))].filter(
    (acronym) => acronym !== key && !standsIn(words, acronym),
  )
  return { type, name, key, saysKind: key !== normaliseForm(core), acronymKeys }
}

/**
 * The form under which other papers have the same thing: the shortest that the name starts with ("Transformer" of
 * "Transformer architecture"), of a task or metric also the shortest that it ends with ("image denoising" of
 * "real-world image denoising"); a data set keeps its number ("CIFAR-100", where the paper also says "CIFAR").
 */
export function coreForm({
  type,
  name,
  aliases,
}: {
  type: ConceptType
  name: string
  aliases: string[]
}): string {
  const words = wordsOf(name)
  const forms = aliases.map((form) => ({ form, words: wordsOf(form) }))
  if (type === 'Dataset') {
    const numbered = forms.filter(
      (form) =>
        startsWith(form.words, words) && /^ \d+$/.test(form.words.join(' ').slice(words.join(' ').length)),
    )
    const [first, ...more] = numbered
    if (first && more.every((form) => form.words.join(' ') === first.words.join(' '))) return first.form
  }
  const within = forms.filter(
    (form) =>
      form.words.length > 0 &&
      form.words.length < words.length &&
      (startsWith(words, form.words) ||
        ((type === 'Task' || type === 'Metric') && endsWith(words, form.words))),
  )
  within.sort((a, b) => a.words.length - b.words.length || byCodePoint(a.form, b.form))
  const [core] = within
  if (!core) return name
  const dropped = words.slice(core.words.length)
  return dropped.every((word) => /^\d/.test(word)) ? name : core.form
}

function startsWith(words: string[], start: string[]): boolean {
  return start.every((word, at) => word === words[at])
}

function endsWith(words: string[], end: string[]): boolean {
  return end.every((word, at) => word === words[words.length - end.length + at])
}

/** Whether some of the words, one after the other, make the form. */
function standsIn(words: string[], form: string): boolean {
  return words.some((_, start) => {
    let joined = ''
    for (let at = start; at < words.length && joined.length < form.length; at++) joined += words[at]
    return joined === form
  })
}
