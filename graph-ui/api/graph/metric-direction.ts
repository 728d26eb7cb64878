/** Which numbers of a metric are the better ones, by the metric's name. */
import type { BetterDirection } from '../contract.ts'

/** Looked through in order: "negative log-likelihood" before "likelihood", "error" before "top-5 accuracy". */
const directions: readonly [direction: BetterDirection, words: RegExp][] = [
  ['lower', /\bnegative log[- ]?likelihoods?\b|\bnll\b/],
  ['lower', /\b(?:errors?|loss(?:es)?|costs?|regret|risk|distortion|divergence|distances?|bias|variance)\b/],
  ['lower', /\b(?:wer|cer|per|ter|eer|der|ece|epe)\b/],
  ['lower', /\b(?:n?mae|r?mse|n?rmse|s?mape|mpjpe|rmsle)\b/],
  ['lower', /\b(?:perplexity|perplexities|ppl|cross[- ]entropy|bits? per \w+|bp[cdb])\b/],
  ['lower', /\b(?:f[iv]d|kid|lpips|fr[eé]chet (?:inception|video) distance)\b/],
  ['lower', /\b(?:latency|runtime|(?:training|inference|running|wall[- ]clock|response) time|overhead)\b/],
  ['lower', /\b(?:flops|params|parameters|memory|energy|emissions?|model size|forgetting)\b/],
  [
    'lower',
    /\b(?:miss|false (?:positive|negative|alarm|discovery)|failure|attack success|hallucination) rates?\b/,
  ],
  ['lower', /\b(?:mean rank|fpr95|fpr)\b/],
  ['higher', /\b(?:accuracy|accuracies|acc|precision|recall|sensitivity|specificity|fidelity)\b/],
  ['higher', /\b(?:(?:macro|micro|weighted)?[- ]?f[- ]?(?:1|score|measure)s?|f1[- ]?scores?)\b/],
  [
    'higher',
    /\b(?:(?:sacre)?bleu(?:[- ]?\d)?|rouge(?:[- ]?[\dlws]+)?|meteor|cider|spice|chrf(?:\+\+)?|comet|bert ?score)\b/,
  ],
  ['higher', /\b(?:m?ap(?:\d+|@[\d.:[\]]+)?|(?:mean )?average precision|m?iou|(?:mean )?iu|jaccard|dice)\b/],
  ['higher', /\bintersection[- ]over[- ]union\b/],
  ['higher', /\b(?:au(?:roc|prc?|c)|roc[- ]auc|pr[- ]auc|area under .*curve|c[- ]index|kappa|mcc)\b/],
  ['higher', /\b(?:psnr|ssim|ms[- ]ssim|s[id]-?snri?|s[id]-?sdri?|pesq|stoi|snr|mos|mean opinion scores?)\b/],
  ['higher', /\b(?:inception scores?|exact match|em|pass@\w+|mrr|n?dcg(?:@\w+)?|hits?@\w+|r@\w+|p@\w+)\b/],
  ['higher', /\b(?:success|win|recognition|detection|solve|acceptance|pass) rates?\b/],
  ['higher', /\b(?:pearson|spearman|kendall|correlations?|r2|nmi|ari|purity|modularity)\b/],
  [
    'higher',
    /\b(?:log[- ]?likelihood|rewards?|returns?|throughput|speed[- ]?ups?|fps|robustness|diversity)\b/,
  ],
]

/** Null for a metric whose direction is not known: its numbers are listed, and nobody is called the best. */
export function betterDirection(metric: string): BetterDirection | null {
  const name = metric.toLowerCase()
  return directions.find(([, words]) => words.test(name))?.[0] ?? null
}
