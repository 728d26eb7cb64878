import type { Foresight, ForesightRequest } from '../../api/contract.ts'
import { post } from './request.ts'

export const foresightCalls = {
  foresight: (asked: ForesightRequest, signal: AbortSignal) => post<Foresight>('foresight', asked, signal),
}
