/** Which surface forms are judged. */

/** Nouns that say what kind of thing something is, and words that only point to one. */
const kindWords = new Set(
  `a an the our this these those its it they we proposed novel new full same other both each
  algorithm algorithms approach approaches architecture architectures baseline baselines benchmark benchmarks
  corpus corpora data dataset datasets experiment experiments framework frameworks layer layers loss measure
  measures method methods metric metrics model models module modules network networks performance problem problems
  result results score scores set sets system systems task tasks technique techniques test training validation dev
  easy medium hard small large
  value values variant variants version versions`.split(/\s+/),
)

/**
 * Whether a form names nothing by itself: "our full model", "easy set", one word in lower case ("detection" after
 * "object detection", "accuracy" of whatever is measured), or a span that was cut wrongly ("mean IoU of").
 */
export function mentionsKind(form: string): boolean {
  const words = form.split(/\s+/)
  if (/^\P{L}*$/u.test(form)) return true
  if (words.length === 1 && !/[\p{Lu}\p{N}]/u.test(form)) return true
  if (/(?:^|\s)(?:of|and|or|on|in|with|for|the|by|to|[^\p{L}\p{N}+#*%)]+)$/iu.test(form)) return true
  return words.every((word) => kindWords.has(word.toLowerCase()))
}

/** "CIFAR 10" and "CIFAR10", and what a line's end has parted: "contrastive learn- ing". */
export function spaceless(form: string): string {
  return form.normalize('NFKC').replaceAll(' ', '')
}
