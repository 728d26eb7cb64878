/** Whether a sentence denies or hedges what it says around a cue. */
import type { Span } from '../../shared/schema.ts'
import type { ReadSentence } from './reading.ts'

const denying =
  /\b(?:not|cannot|never|none of|neither|nor|hardly|no longer|fail(?:s|ed|ing)? to|unable to|without|rather than|instead of|unlikely to|lacks?|no evidence)\b|n['’]t\b/
const notDenying = /\b(?:not only|not just|not merely|not limited to)\b/
const hedging =
  /\b(?:may|might|could|would|possibly|potentially|perhaps|presumably|likely|arguably|suggest(?:s|ed|ing)?|seems?|appears?|hypothesi[sz]e[sd]?|conjecture[sd]?|speculate[sd]?|expect(?:s|ed)?|promising|can potentially|is believed)\b/
/** Words past which a denial no longer reaches. */
const clauseEnd =
  /[;:]|,\s*(?:but|while|whereas|although|though|yet|and (?:it|they|we|thus|therefore))\b|\b(?:but|whereas|although|though|because|which|while)\b/g

/**
 * @param cue the words that make the claim, as offsets into the text
 * @returns whether the clause denies the claim before its cue, and whether it hedges it
 */
export function polarity(sentence: ReadSentence, cue: Span): { negated: boolean; hedged: boolean } {
  const until = sentence.masked.slice(0, cue.start - sentence.start)
  let from = 0
  for (const match of until.matchAll(clauseEnd)) from = match.index + match[0].length
  const clause = until.slice(from)
  const cueText = sentence.masked.slice(cue.start - sentence.start, cue.end - sentence.start)
  const near = clause.slice(-60)
  return {
    negated: (denying.test(near) && !notDenying.test(near)) || /\bnot\b|n['’]t\b|\bfail/.test(cueText),
    hedged: hedging.test(clause) || hedging.test(cueText),
  }
}
