import type { DrawnType, Landscape, Neighbourhood, ViewNode } from '../../api/contract.ts'
import { get, post } from './request.ts'

export const pictureCalls = {
  landscape: () => get<Landscape>('landscape', {}),
  neighbourhood: (key: string, types: DrawnType[] | null, present: Pick<ViewNode, 'key' | 'x' | 'y'>[]) =>
    post<Neighbourhood>('neighbourhood', { key, types, present }),
}
