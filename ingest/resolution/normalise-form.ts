/** The key under which surface forms of one thing meet. */
import type { ConceptType } from '../../shared/schema.ts'

const greek: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
}

/** Words that say only what kind of thing a name names. */
const kindWords: Record<ConceptType, RegExp> = {
  Method:
    /\s(?:models?|networks?|algorithms?|methods?|frameworks?|architectures?|approach(?:es)?|optimi[sz]ers?)$/i,
  Dataset: /\s(?:data\s?sets?|corp(?:us|ora)|benchmarks?)$/i,
  Task: /\stasks?$/i,
  Metric: /[\s-](?:scores?|metrics?|measures?)$/i,
}

/**
 * The words of a surface form, lower case and singular: "Graph Neural Networks" gives graph, neural, network.
 * Hyphens, slashes and white space part words; Greek letters are spelled out; "C", "C++" and "C#" stay apart, as
 * do "GPT-2" and "GPT-3" and "GPT-3.5".
 */
export function wordsOf(surface: string): string[] {
  const plain = surface
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[Α-ϵ]/g, (letter) => greek[letter.toLowerCase()] ?? letter)
    .replaceAll('&', ' and ')
    .replace(/['’](?=s?\b)/g, '')
  const words = plain.match(/(?:(?<![\p{L}\p{N}])\.(?=\d))?[\p{L}\p{M}\p{N}]+(?:\.\d+)*[+#*]*/gu) ?? []
  if (words.length > 1 && words[0]!.toLowerCase() === 'the') words.shift()
  return words.map((word) => spelling(singular(word).toLowerCase()))
}

/** One spelling where English has two: "normalisation", "labelled", "mAP@.5". */
function spelling(word: string): string {
  return word
    .replace('isation', 'ization')
    .replace(
      /(?<=^(?:re|un|mis|pre|multi)?(?:mode|labe|trave|signa|channe|cance|leve|tunne|marsha|fue))ll(?=ing$|ed$|er$)/,
      'l',
    )
    .replace(/^\./, '0.')
}

/**
 * The key of a surface form: its words without what parts them, so that "fine-tuning", "fine tuning" and
 * "finetuning" meet, and "ImageNet" and "Image Net"; only digits are kept from running into digits.
 * @returns never empty for a form that is not blank
 */
export function normaliseForm(surface: string): string {
  let key = ''
  for (const word of wordsOf(surface)) key += /\d$/.test(key) && /^\d/.test(word) ? ` ${word}` : word
  return key || surface.normalize('NFKC').trim().toLowerCase()
}

/**
 * The key of a concept's form: "BERT model" and "BERT" are one method, "ImageNet dataset" and "ImageNet" one dataset;
 * "BLEU score" is BLEU, but "Inception score" is not Inception.
 */
export function conceptKey(type: ConceptType, form: string): string {
  const bare = form.trim().replace(kindWords[type], '')
  const named =
    type === 'Method' || type === 'Metric' ? looksLikeName(bare) : /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(bare)
  return normaliseForm(named ? bare : form)
}

/** Whether the last word is a name rather than a word of the language: "BERT", "LoRA", "GPT-2", not "Markov". */
function looksLikeName(form: string): boolean {
  const last = form.split(/\s/).at(-1)!
  return /\p{L}.*\p{Lu}|\p{L}.*\d/u.test(last)
}

function singular(word: string): string {
  if (!word.endsWith('s')) return word
  const stem = word.slice(0, -1)
  if (/^\p{Lu}{2,}$/u.test(stem)) return stem
  if (word.length < 4 || /(?:ss|us|is|ics)$/i.test(word)) return word
  if (/(?:sse|xe|(?<!ca|ni|lan|psy)che|she)$/i.test(stem)) return stem.slice(0, -1)
  if (/(?<!mov|cook|zomb|self|calor)(?<=[^aeiou])ie$/i.test(stem) && word.length > 4)
    return `${stem.slice(0, -2)}y`
  return stem
}
