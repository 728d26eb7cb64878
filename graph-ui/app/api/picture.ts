import type { Directions, DrawnType, Landscape, Neighbourhood, ViewNode } from '../../api/contract.ts'
import { get, post } from './request.ts'

export interface NeighbourhoodQuestion {
  key: string
  /** Only these relations; those that a first look needs where null. */
  types: DrawnType[] | null
  direction: Directions
  /** What the picture has already. */
  present: Pick<ViewNode, 'key' | 'x' | 'y'>[]
}

export const pictureCalls = {
  landscape: (signal: AbortSignal) => get<Landscape>('landscape', {}, signal),
  neighbourhood: (asked: NeighbourhoodQuestion, signal: AbortSignal) =>
    post<Neighbourhood>('neighbourhood', asked, signal),
}
