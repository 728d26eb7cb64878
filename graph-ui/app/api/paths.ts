import type { Paths, PathsOptions } from '../../api/contract.ts'
import { get } from './request.ts'

export const pathsCalls = {
  paths: (from: string, to: string, { limit, relations }: PathsOptions, signal: AbortSignal) =>
    get<Paths>('paths', { from, to, limit: String(limit), relations: relations.join() }, signal),
}
