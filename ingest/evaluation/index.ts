import { abstracts } from './abstracts.ts'
import type { Evaluation } from './evaluation.ts'
import { scier } from './scier.ts'

/** The benchmarks that `skein eval` names. */
export const evaluations: readonly Evaluation[] = [abstracts, scier]
