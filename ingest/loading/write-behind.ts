/** Writes one change while the next is being worked out. */
import type { GraphDelta, GraphStore } from '../../shared/graph-store/store.ts'
import { isEmpty } from './graph-rows.ts'

export interface WriteBehind {
  /**
   * Begins to write a change once the one before is written; at most one is on its way.
   * @throws what the change before has failed with
   */
  write(delta: GraphDelta): Promise<void>
  /**
   * Waits until all is written; to be called before anything is read.
   * @throws what the last change has failed with
   */
  finish(): Promise<void>
}

export function writeBehind(store: GraphStore): WriteBehind {
  let onItsWay: Promise<void> = Promise.resolve()
  return {
    async write(delta) {
      await onItsWay
      if (isEmpty(delta)) return
      onItsWay = store.apply(delta)
      // A failure is told to whoever waits for it, not to Node as one that nobody handles.
      onItsWay.catch(() => {})
    },
    finish: () => onItsWay,
  }
}
