import type { Stats, StoreSchema } from '../../api/contract.ts'
import { get } from './request.ts'

export const statsCalls = {
  stats: (signal: AbortSignal | null = null) => get<Stats>('stats', {}, signal),
  schema: () => get<StoreSchema>('schema', {}),
}
