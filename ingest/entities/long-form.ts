/** Whether a text spells a short form out, after Schwartz and Hearst (2003). */

/**
 * Where the long form of a short one starts in a text that ends with it.
 *
 * The published algorithm takes the shortest text that holds the letters, which cuts "Proximal Policy Optimization
 * (PPO)" to "Policy Optimization" and "self-supervised learning (SSL)" to "supervised learning": an expansion that no
 * paper gave. Here every word that starts with the short form's first letter is tried, and the one whose letters begin
 * the most words, less the words that are passed over, is taken; the shortest of equals. At least half of the letters
 * have to begin words. A plural's "s" at the end of the short form ("CNNs") need not be matched.
 * @returns the offset in `candidate`, or null
 */
export function matchLongForm(short: string, candidate: string): number | null {
  const letters = lettersOf(short)
  let best: { start: number; score: number } | null = null
  for (const { index } of [...candidate.matchAll(/(?<![^\s"“‘'([{$/])[\p{L}\p{N}]+/gu)].reverse()) {
    const long = candidate.slice(index)
    // "NODE-GP (NODE)" does not say what NODE stands for.
    const score = long.startsWith(short) ? null : scoreOf(letters, long)
    if (score !== null && (!best || score > best.score)) best = { start: index, score }
  }
  return best?.start ?? null
}

/**
 * How much of a text, from its start, spells a short form out: all of it, or what comes before a preposition where the
 * short form is spelled out by then ("CuMix (Curriculum Mixup for unseen domains)").
 */
export function spelledOutLength(short: string, text: string): number | null {
  const letters = lettersOf(short)
  const end = text.search(/\s(?:for|from|in|via|with|by|on|using)\s/u)
  if (end > 0) {
    const fit = bestFit(letters, text.slice(0, end))
    if (fit?.near === letters.length) return end
  }
  return scoreOf(letters, text) === null ? null : text.length
}

/**
 * How much of a title's rest, from its start, spells the short form before the colon out ("ResFields: Residual Neural
 * Fields for Spatiotemporal Signals"): the shortest part, up to a preposition or the end, whose words begin with all of
 * its letters, at most one word left over.
 * @returns null where there is none
 */
export function titledLength(short: string, rest: string): number | null {
  const letters = lettersOf(short)
  const ends = [
    ...rest.matchAll(/\s(?:and|by|for|from|in|of|on|through|to|towards?|using|via|with)\s|[,.:;?!(]|$/gu),
  ]
  for (const { index: end } of ends) {
    const long = rest.slice(0, end).trimEnd()
    const fit = bestFit(letters, long)
    if (!fit || fit.near < letters.length || fit.begun < 2 || clause.test(long)) continue
    if (contentWords(long) - fit.begun > 1) continue
    // "DPO: Direct Preference Optimization Revisited"
    const shorter = long.replace(/\s+\S+$/u, '')
    const same = bestFit(letters, shorter)
    const isEnough = same && same.near >= letters.length && same.begun === fit.begun
    return isEnough ? shorter.length : long.length
  }
  return null
}

/**
 * Whether a text is, word for word, what a short form stands for, although no bracket says so: every letter begins a
 * word or follows such a letter at once, and no word but a preposition is without one.
 */
export function spellsOut(short: string, long: string): boolean {
  const letters = lettersOf(short)
  // "CIFAR-10" and "CIFAR-100", "TensorPoly" and "TensorPoly-I", "ImageNet" and "ImageNet classification".
  if (/\d/.test(short) || isFirstWord(short, long) || isFirstWord(long, short)) return false
  const fit = bestFit(letters, long)
  if (!fit || fit.near < letters.length || fit.begun < 2) return false
  return fit.begun >= contentWords(long)
}

function isFirstWord(form: string, of: string): boolean {
  const [first, other] = [form, of].map((text) =>
    /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase().replace(/s$/, ''),
  )
  return first !== undefined && first === other
}

function contentWords(long: string): number {
  const words = long.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !fillers.has(word.toLowerCase())).length
}

function lettersOf(short: string): string {
  const plural = /^\p{Lu}[\p{L}\p{N}-]*\p{Lu}s$/u.test(short)
  return (plural ? short.slice(0, -1) : short).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words that are part of a name but need no letter. */
const fillers = new Set('a an and as at by for from in into of on or the to under via with'.split(' '))
/** What stands between a name and the sentence around it. */
const clause =
  /\b(?:are|by the name|called|cannot|dubbed|inside|introduces?|is|named(?!.entity)|namely|our|proposes?|referred|that|termed|we|which)\b/

/** How a short form fits a text: letters that begin words, and with them those that follow such a letter at once. */
interface Fit {
  begun: number
  near: number
}

/**
 * The number of words that letters begin less the number of words passed over, in the best way to find all letters in
 * their order, the first of them at the start; null where there is none, or none that is near enough.
 */
function scoreOf(letters: string, long: string): number | null {
  const fit = bestFit(letters, long)
  if (!fit || clause.test(long) || /^(?:an?|and|as|for|in|of|on|or|the|to|with)\s/.test(long)) return null
  // "EEG" of "electroencephalography" has one letter in three at the beginning.
  const enough = letters.length <= 3 && /^[\p{L}\p{N}]+$/u.test(long) ? 3 : 2
  const passed = Math.max(0, contentWords(long) - fit.begun)
  if (fit.near * enough < letters.length || (long.includes(',') && passed > 0)) return null
  return fit.begun - passed
}

function bestFit(letters: string, long: string): Fit | null {
  const text = long.toLowerCase()
  if (text.length !== long.length || letters === '' || text[0] !== letters[0]) return null
  // What is best once some letters are found and the last of them stands at an offset.
  let reached = new Map<number, Fit & { runs: boolean }>([[0, { begun: 1, near: 1, runs: true }]])
  for (const letter of letters.slice(1)) {
    const next: typeof reached = new Map()
    let before: Fit | null = null
    for (let at = 1; at < text.length; at++) {
      const last = reached.get(at - 1)
      if (last && (!before || isBetter(last, before))) before = last
      if (text[at] !== letter || !before) continue
      const ways = [{ ...before, runs: false }]
      if (beginsWord(long, at)) ways.push({ begun: before.begun + 1, near: before.near + 1, runs: true })
      if (last?.runs) ways.push({ begun: last.begun, near: last.near + 1, runs: true })
      next.set(
        at,
        ways.reduce((a, b) => (isBetter(b, a) ? b : a)),
      )
    }
    reached = next
  }
  return [...reached.values()].reduce<Fit | null>((a, b) => (!a || isBetter(b, a) ? b : a), null)
}

function isBetter(a: Fit, b: Fit): boolean {
  return a.begun > b.begun || (a.begun === b.begun && a.near > b.near)
}

/** Whether a word begins, a part of a hyphenated one, or a part that a capital sets off ("PatchRefineNet"). */
function beginsWord(long: string, at: number): boolean {
  if (!/[\p{L}\p{N}]/u.test(long[at - 1]!)) return true
  return /\p{Lu}/u.test(long[at]!) && (/\p{Ll}/u.test(long[at - 1]!) || /\p{Ll}/u.test(long[at + 1] ?? ''))
}
