import type { StoredView, View } from '../../api/contract.ts'
import { getView, postForView } from './request.ts'

export const viewCalls = {
  view: (nodes: string[], signal: AbortSignal) => postForView<StoredView>('view', { nodes }, signal),
  everything: (signal: AbortSignal) => getView<View>('everything', signal),
}
