import type { Foresight } from '../../api/contract.ts'
import { post } from './request.ts'

export const foresightCalls = {
  foresight: (key: string, present: string[], signal: AbortSignal) =>
    post<Foresight>('foresight', { key, present }, signal),
}
