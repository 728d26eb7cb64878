/** Surface forms: when two of them are one entity within a document. */

/** The same forms come again and again; the store is emptied when it is full. */
const normalised = new Map<string, string>()
const normalisedLimit = 20_000

/**
 * Brings together case, hyphen and plural variants: "Convolutional Networks", "convolutional-network". "A*" and "A",
 * "C#" and "C", "SQuAD 2.0" and "SQuAD 20" stay apart.
 */
export function normaliseForm(form: string): string {
  const known = normalised.get(form)
  if (known !== undefined) return known
  const made = normalise(form)
  if (normalised.size >= normalisedLimit) normalised.clear()
  normalised.set(form, made)
  return made
}

/** Words in small letters, which need no more than their plurals brought in. */
const plainWords = /^[a-z]+(?: [a-z]+)*$/

function normalise(form: string): string {
  if (plainWords.test(form)) return singulars(form)
  const { pluralAcronym, separators, other } = ascii.test(form) ? asciiPatterns : patterns
  return singulars(
    form.replace(pluralAcronym, '$1').toLowerCase().replace(separators, ' ').replace(other, '').trim(),
  )
}

const patterns = {
  pluralAcronym: /(\p{Lu}[\p{Lu}\p{N}-]*\p{Lu})s(?!\p{L})/gu,
  separators: /[\s\-‐-―_/]+/gu,
  other: /[^\p{L}\p{N}+#*. ]|(?<!\p{N})\.|\.(?!\p{N})|(?<!(?:^| )\p{L})\*|\*(?! |$)/gu,
}
/** The same for text of ASCII alone, where they are several times as fast. */
const asciiPatterns: typeof patterns = {
  pluralAcronym: /([A-Z][A-Z0-9-]*[A-Z])s(?![A-Za-z])/g,
  separators: /[\s\-_/]+/g,
  other: /[^a-z0-9+#*. ]|(?<![0-9])\.|\.(?![0-9])|(?<!(?:^| )[a-z])\*|\*(?! |$)/g,
}
const ascii = /^[\0-\x7f]*$/

/** What may be one: most forms need not be taken apart. */
const plural = /[^s]s(?: |$)/

function singulars(words: string): string {
  return plural.test(words) ? words.split(' ').map(singular).join(' ') : words
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** How many words a form has; a hyphen parts two. */
export function wordCount(form: string): number {
  return form.split(/[\s-]+/).length
}

/** The first letters of a form's words, lower case: "ddpm" for "denoising diffusion probabilistic models". */
export function initialsOf(form: string): string {
  const words = form.split(/[\s\-‐-―_/]+/u).filter((word) => word !== '')
  return words.map((word) => word[0]!.toLowerCase()).join('')
}

/** Whether a form is a short one in capitals ("LSTM", "ViT-B", "mIoU"), which is found only as it is written. */
export function isShortForm(form: string): boolean {
  return !/\s/.test(form) && form.length <= 12 && /\p{Lu}\P{Lu}*[\p{Lu}\p{N}]/u.test(form)
}
