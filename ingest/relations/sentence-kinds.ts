/** What a sentence of an abstract is for. */
export const sentenceKindNames = ['title', 'background', 'contribution', 'result', 'other'] as const
export type SentenceKind = (typeof sentenceKindNames)[number]

const contribution =
  /\b(?:we|this (?:paper|work|article|study|letter|survey|thesis|report|chapter)|the (?:paper|article))\s+(?:(?:also|further|then|here|first|therefore|thus|hence|formally|additionally|finally|instead|will|can|have)\s+){0,2}(?:propos|present|introduc|develop|describ|design|devis|deriv|formulat|explor|investigat|stud|address|contribut|provid|creat|build|releas|construct|collect|aim|suggest|offer|report|tackl|consider|focus|advocat|extend|adapt|explore|examin|analy[sz])|\bin this (?:paper|work|article|study|letter)\b|\b(?:is|are)\s+(?:proposed|presented|introduced|developed)\b|\bthe proposed\b|\bpropose\b|\b(?:we|this paper) \w+ (?:a|an) (?:new|novel)\b/
const result =
  /\b(?:experiment(?:s|al|ally)?|results?|evaluations?|empirical(?:ly)?|outperform\w*|state-of-the-art|state of the art|achiev\w*|surpass\w*|benchmarks?|datasets?|evaluate[sd]?|demonstrat\w*|improvements?|compared (?:to|with)|accuracy|superior\w*|validat\w*)\b/

/**
 * @param sentences in order, with the lower-cased text
 * @returns one kind for each; sentences before the first contribution are background unless they report results
 */
export function sentenceKinds(
  sentences: { start: number; masked: string }[],
  abstractStart: number,
): SentenceKind[] {
  let contributed = false
  return sentences.map(({ start, masked }) => {
    if (start < abstractStart) return 'title'
    if (contribution.test(masked)) {
      const first = !contributed
      contributed = true
      return !first && result.test(masked) ? 'result' : 'contribution'
    }
    if (!contributed) return 'background'
    return result.test(masked) ? 'result' : 'other'
  })
}
