import { abstracts } from './abstracts.ts'
import { aclArc, scicite } from './citation-intent.ts'
import type { Evaluation } from './evaluation.ts'
import { resolution } from './resolution/index.ts'
import { scier } from './scier.ts'

/** The benchmarks that `skein eval` names. */
export const evaluations: readonly Evaluation[] = [abstracts, resolution, scier, scicite, aclArc]
