import type { Comparison, Contradictions, Leaderboard, Leaderboards } from '../../api/contract.ts'
import { get, post } from './request.ts'

export const compareCalls = {
  compare: (keys: readonly string[], signal: AbortSignal) => post<Comparison>('compare', { keys }, signal),
  contradictions: (page: { limit: number; offset: number }, signal: AbortSignal) =>
    get<Contradictions>('contradictions', { limit: String(page.limit), offset: String(page.offset) }, signal),
  leaderboard: (dataset: string, signal: AbortSignal) => get<Leaderboard>('leaderboard', { dataset }, signal),
  leaderboards: (q: string, signal: AbortSignal) => get<Leaderboards>('leaderboards', { q }, signal),
}
