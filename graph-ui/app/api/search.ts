import type { SearchResult } from '../../api/contract.ts'
import { get } from './request.ts'

export const searchCalls = {
  search: (q: string, signal: AbortSignal) => get<SearchResult>('search', { q }, signal),
}
