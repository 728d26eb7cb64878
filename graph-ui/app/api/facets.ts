import type { NodeVenues } from '../../api/contract.ts'
import { post } from './request.ts'

export const facetsCalls = {
  venues: (nodes: string[], signal: AbortSignal) => post<NodeVenues[]>('facets', { nodes }, signal),
}
