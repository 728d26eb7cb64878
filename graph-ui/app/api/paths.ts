import type { Paths } from '../../api/contract.ts'
import { get } from './request.ts'

export const pathsCalls = {
  paths: (from: string, to: string, limit: number, signal: AbortSignal) =>
    get<Paths>('paths', { from, to, limit: String(limit) }, signal),
}
