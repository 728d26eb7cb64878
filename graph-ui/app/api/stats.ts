import type { Stats, StoreSchema } from '../../api/contract.ts'
import { get } from './request.ts'

export const statsCalls = {
  stats: () => get<Stats>('stats', {}),
  schema: () => get<StoreSchema>('schema', {}),
}
