import type { Foresight } from '../../api/contract.ts'
import { post } from './request.ts'

export const foresightCalls = {
  /** @param picture the nodes that are there, and those of them that are hidden */
  foresight: (
    key: string,
    picture: { present: readonly string[]; hidden: readonly string[] },
    signal: AbortSignal,
  ) => post<Foresight>('foresight', { key, ...picture }, signal),
}
