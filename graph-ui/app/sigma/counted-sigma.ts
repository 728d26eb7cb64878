import Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** Sigma that tells how often it has read the whole graph (never because of a pointer), and lets it change at once. */
export class CountedSigma extends Sigma<NodeAttributes, EdgeAttributes> {
  fullRefreshes = 0
  private isChanging = false

  /** Sigma takes in every change of the graph as ever, but draws nothing until it is asked to. */
  duringChange<T>(change: () => T): T {
    this.isChanging = true
    try {
      return change()
    } finally {
      this.isChanging = false
    }
  }

  override refresh(options?: Parameters<Sigma['refresh']>[0]): this {
    // It would read all of the graph anew for every node that is dropped.
    if (this.isChanging) return this
    if (!options?.partialGraph) this.fullRefreshes++
    return super.refresh(options)
  }
}
