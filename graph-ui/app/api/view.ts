import type { StoredView, View } from '../../api/contract.ts'
import { getView, postForView } from './request.ts'

export const viewCalls = {
  view: (nodes: string[], signal: AbortSignal) => postForView<StoredView>('view', { nodes }, signal),
  /** For nodes whose places are known already: all come at 0, 0. */
  viewWithoutPlaces: (nodes: string[], signal: AbortSignal) =>
    postForView<StoredView>('view', { nodes, isPlaced: true }, signal),
  everything: (signal: AbortSignal) => getView<View>('everything', signal),
}
