import type { Evidence, ViewEdge } from '../../api/contract.ts'
import { get } from './request.ts'

export const evidenceCalls = {
  /** @param offset statements that were read before */
  evidence: (
    { type, source, target }: Pick<ViewEdge, 'type' | 'source' | 'target'>,
    { limit, offset, only = 'all' }: { limit: number; offset: number; only?: 'all' | 'opposed' },
    signal: AbortSignal,
  ) =>
    get<Evidence>(
      'evidence',
      { type, from: source, to: target, limit: String(limit), offset: String(offset), only },
      signal,
    ),
}
