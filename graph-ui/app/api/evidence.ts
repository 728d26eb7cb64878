import type { Evidence, ViewEdge } from '../../api/contract.ts'
import { get } from './request.ts'

export const evidenceCalls = {
  evidence: ({ type, source, target }: ViewEdge, signal: AbortSignal) =>
    get<Evidence>('evidence', { type, from: source, to: target }, signal),
}
