import Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** Sigma that tells how often it has read the whole graph: never because of a pointer. */
export class CountedSigma extends Sigma<NodeAttributes, EdgeAttributes> {
  fullRefreshes = 0

  override refresh(options?: Parameters<Sigma['refresh']>[0]): this {
    if (!options?.partialGraph) this.fullRefreshes++
    return super.refresh(options)
  }
}
