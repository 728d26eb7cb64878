/** The contract that every store fulfils; `test/contract` runs one suite against all of them. */
import type { NodeLabel, Properties, RelationshipType } from '../schema.ts'

export interface NodeValue {
  kind: 'node'
  /** The store's own id: good within one result, not across stores. */
  id: string
  labels: string[]
  properties: Record<string, Value>
}
export interface RelationshipValue {
  kind: 'relationship'
  id: string
  type: string
  from: string
  to: string
  properties: Record<string, Value>
}
export interface PathValue {
  kind: 'path'
  nodes: NodeValue[]
  relationships: RelationshipValue[]
}
/** A value in a result, the same from every store. Integers past 2^53 come as strings of digits. */
export type Value =
  | null
  | boolean
  | number
  | string
  | NodeValue
  | RelationshipValue
  | PathValue
  | Value[]
  | { [key: string]: Value }

export interface QueryOptions {
  mode: 'read' | 'write'
  /** Deadline in milliseconds. */
  timeoutMs: number
  /** Rows past this are cut off and `truncated` is set. */
  maxRows: number
  signal: AbortSignal | null
}

export interface CountOptions {
  /** Deadline in milliseconds. */
  timeoutMs: number
  signal: AbortSignal | null
}

export interface Counters {
  nodesCreated: number
  nodesDeleted: number
  relationshipsCreated: number
  relationshipsDeleted: number
  propertiesSet: number
}

export interface QueryResult {
  columns: string[]
  rows: Value[][]
  truncated: boolean
  counters: Counters
}

/** A node by its key: `id` is unique within `label`. */
export interface NodeKey {
  label: NodeLabel
  id: string
}
export interface NodeWrite extends NodeKey {
  /** Labels beside `label`: the type of a concept. */
  labels: string[]
  /** All properties but `id`; what was there before is replaced. */
  properties: Properties
}
export interface RelationshipKey {
  type: RelationshipType
  from: NodeKey
  to: NodeKey
}
export interface RelationshipWrite extends RelationshipKey {
  properties: Properties
}

/**
 * A change of the graph. Applied in this order: relationships deleted, nodes deleted (with what still hangs on
 * them), nodes written, relationships written. At most one relationship of a type stands between two nodes in one
 * direction. Writing what is there already changes nothing, so a delta may be applied again after a failure.
 */
export interface GraphDelta {
  deleteRelationships: RelationshipKey[]
  deleteNodes: NodeKey[]
  nodes: NodeWrite[]
  relationships: RelationshipWrite[]
}

export interface StoreSchema {
  /** Number of nodes by label, sorted by label. */
  labels: { label: string; count: number }[]
  /** Number of relationships by type, sorted by type. */
  relationshipTypes: { type: string; count: number }[]
  propertyKeys: string[]
}

export interface GraphStore {
  /** What a person calls it: `embedded` or `neo4j`. */
  readonly kind: string
  /**
   * Runs Cypher.
   * @throws QueryError, QueryStoppedError, ReadOnlyError, StoreUnavailableError
   */
  query(cypher: string, params: Record<string, unknown>, options: QueryOptions): Promise<QueryResult>
  /**
   * How many rows a query that only reads gives, without giving them.
   * @throws QueryError, QueryStoppedError, ReadOnlyError, StoreUnavailableError
   */
  count(cypher: string, params: Record<string, unknown>, options: CountOptions): Promise<number>
  /**
   * Applies a change in one transaction, however large; retries what the store says may be retried.
   * @throws StoreUnavailableError
   */
  apply(delta: GraphDelta): Promise<void>
  /** Labels, types and property keys with their counts, from the store's own catalogue. */
  schema(): Promise<StoreSchema>
  /** Creates the constraints and indexes; does nothing where they exist. */
  ensureSchema(): Promise<void>
  close(): Promise<void>
}
