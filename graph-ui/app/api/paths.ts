import type { Paths } from '../../api/contract.ts'
import { get } from './request.ts'

export const pathsCalls = {
  paths: (from: string, to: string, signal: AbortSignal) => get<Paths>('paths', { from, to }, signal),
}
