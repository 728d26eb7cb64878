import type { StoredView } from '../../api/contract.ts'
import { post } from './request.ts'

export const viewCalls = {
  view: (nodes: string[], signal: AbortSignal) => post<StoredView>('view', { nodes }, signal),
}
