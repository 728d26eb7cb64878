import type { GrafeoValue } from '@grafeo-db/js'
import type { NodeValue, PathValue, RelationshipValue, Value } from '../store.ts'

/**
 * One value of the engine as every store gives it. The engine marks nodes by `_id` and `_labels`, relationships by
 * `_source` and `_type`; maps of the query come with sorted keys, so that only a path has `nodes` before `edges`.
 */
export function toValue(value: GrafeoValue): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return fromBigInt(value)
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(toValue)
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return value.toString('base64')
  if (value instanceof Float32Array) return Array.from(value)
  const fields = value as Record<string, GrafeoValue>
  if (isNode(fields)) return toNode(fields)
  if (isRelationship(fields)) return toRelationship(fields)
  if (isPath(fields)) return toPath(fields)
  const keys = Object.keys(fields)
  // The engine tags what JSON lacks: {$decimal: '1.5'}, {$date: '2020-01-01'}.
  if (keys.length === 1 && keys[0]!.startsWith('$')) return toValue(fields[keys[0]!] ?? null)
  return Object.fromEntries(keys.map((key) => [key, toValue(fields[key] ?? null)]))
}

function fromBigInt(value: bigint): Value {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
}

type Fields = Record<string, GrafeoValue>

function isNode(fields: Fields): boolean {
  return typeof fields._id === 'number' && Array.isArray(fields._labels)
}

function isRelationship(fields: Fields): boolean {
  return (
    typeof fields._id === 'number' && typeof fields._source === 'number' && typeof fields._type === 'string'
  )
}

function isPath(fields: Fields): boolean {
  const keys = Object.keys(fields)
  if (keys.length !== 2 || keys[0] !== 'nodes' || keys[1] !== 'edges') return false
  const { nodes, edges } = fields
  return Array.isArray(nodes) && Array.isArray(edges) && nodes.length === edges.length + 1
}

function toNode(fields: Fields): NodeValue {
  const { _id, _labels, ...properties } = fields
  return {
    kind: 'node',
    id: String(_id),
    labels: (_labels as string[]).toSorted(),
    properties: toMap(properties),
  }
}

function toRelationship(fields: Fields): RelationshipValue {
  const { _id, _source, _target, _type, ...properties } = fields
  return {
    kind: 'relationship',
    id: String(_id),
    type: String(_type),
    from: String(_source),
    to: String(_target),
    properties: toMap(properties),
  }
}

function toPath(fields: Fields): PathValue {
  return {
    kind: 'path',
    nodes: (fields.nodes as Fields[]).map(toNode),
    relationships: (fields.edges as Fields[]).map(toRelationship),
  }
}

function toMap(fields: Fields): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, toValue(value)]))
}
