/** What passes between a store and the process that owns its database. */
import type { GraphDelta, QueryResult, StoreSchema } from '../store.ts'

export type OwnerOperation =
  | { op: 'query'; cypher: string; params: Record<string, unknown>; mode: 'read' | 'write'; maxRows: number }
  | { op: 'count'; cypher: string; params: Record<string, unknown> }
  | { op: 'apply'; delta: GraphDelta }
  | { op: 'schema' }
  | { op: 'ensureSchema' }
  | { op: 'close' }

export type OwnerRequest = OwnerOperation & { id: number }

/** An error of shared/errors.ts, told across processes. */
export interface OwnerFailure {
  class: 'QueryError' | 'QueryStoppedError' | 'ReadOnlyError' | 'StoreUnavailableError'
  message: string
  position: number | null
}

export type OwnerMessage =
  | { type: 'ready' }
  | { type: 'notOpened'; held: boolean; reason: string }
  /** Memory has passed the limit. */
  | { type: 'memory'; bytes: number }
  /** Sent, and certain to arrive, before a write query is committed. */
  | { type: 'committing'; id: number }
  | { type: 'result'; id: number; value: QueryResult | StoreSchema | number | null }
  | { type: 'failure'; id: number; failure: OwnerFailure }
