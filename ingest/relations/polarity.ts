/** Whether a sentence denies or hedges what it says around a cue. */
import type { Span } from '../../shared/schema.ts'
import type { ReadSentence } from './reading.ts'

/** Words between a denial and what it denies; never a comma, "and", "that" or a name's clause of its own. */
const reach = String.raw`(?:\s+(?!(?:and|or|that|when|if|as|so)\b)[^\s,;:()]+){0,4}\s*$`
const denying = new RegExp(
  String.raw`(?:\b(?:not|cannot|never(?!-)|none of|neither|nor|hardly|no longer|fail(?:s|ed|ing)? to|unable to|without|rather than|instead of|unlikely to)|n['’]t)(?![\p{L}\p{N}])${reach}`,
  'u',
)
/** "no better than", "no significant improvement over". */
const denyingNoun =
  /\bno\s+(?:(?:significant|clear|consistent|substantial|noticeable|measurable|real|further|statistically|statistical)\s+){0,2}$/
/** "we do not find that A outperforms B": of these a denial reaches on. */
const denyingReport =
  /\b(?:no evidence|(?:not|n['’]t|cannot)\s+(?:find|observe|see|show|conclude|confirm|clear|evident|certain|guaranteed|the case))\b[^,;]{0,20}\bthat\b[^,;]{0,60}$/
const notDenying = /\b(?:not only|not just|not merely|not limited to)\b/
/** "A outperforms neither B nor C". */
const deniedAfter = /^\s*(?:neither|none of|no (?:other|existing|baselines?))\b/
const hedging =
  /\b(?:(?<!\bin )may(?!\s+\d)|might|could|would|possibly|potentially|perhaps|presumably|likely|arguably|suggests?|suggesting|(?:is|are|was|were) suggested|seems?|appears?|hypothesi[sz]e[sd]?|conjecture[sd]?|speculate[sd]?|expects?|(?:is|are|was|were) expected|promising|can potentially|is believed|whether|(?:see|ask|test|check|determine|examine|investigate) if)\b/
/** Words past which a denial no longer reaches. */
const clauseEnd =
  /[;:]|[.!?]\s|,\s*(?:but|while|whereas|although|though|yet|and (?:it|they|we|thus|therefore))\b|\b(?:but|whereas|although|though|because|which|while)\b/g

/**
 * @param cue the words that make the claim, as offsets into the text
 * @returns whether the clause denies the claim shortly before its cue or right after it, and whether it hedges it
 */
export function polarity(sentence: ReadSentence, cue: Span): { negated: boolean; hedged: boolean } {
  const until = sentence.masked.slice(0, cue.start - sentence.start)
  let from = 0
  for (const match of until.matchAll(clauseEnd)) from = match.index + match[0].length
  const clause = until.slice(from)
  const cueText = sentence.masked.slice(cue.start - sentence.start, cue.end - sentence.start)
  const near = clause.slice(-90)
  const isDenied = denying.test(near) || denyingNoun.test(near) || denyingReport.test(near)
  const after = sentence.masked.slice(cue.end - sentence.start)
  return {
    negated:
      (isDenied && !notDenying.test(near)) ||
      /\bnot\b|n['’]t\b|\bfail/.test(cueText) ||
      deniedAfter.test(after),
    hedged: hedging.test(clause) || hedging.test(cueText),
  }
}
