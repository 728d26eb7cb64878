import neo4j, { type Integer, type Node, type Path, type Point, type Relationship } from 'neo4j-driver'
import type { NodeValue, PathValue, RelationshipValue, Value } from '../store.ts'

/**
 * A parameter as the driver takes it. A whole number becomes an integer, as Cypher would read it, except in a list
 * with fractions: Neo4j stores lists of one type only.
 */
export function toParameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) {
    const fractions = value.some((item) => typeof item === 'number' && !Number.isSafeInteger(item))
    return fractions
      ? value.map((item) => (typeof item === 'number' ? item : toParameter(item)))
      : value.map(toParameter)
  }
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toParameter(entry)]))
  }
  return value
}

/** One value of the driver as every store gives it; dates, times and durations in ISO 8601, points in Cypher. */
export function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return fromBigInt(value)
  if (typeof value !== 'object') return value as string | number | boolean
  if (neo4j.isInt(value)) return fromInteger(value)
  if (Array.isArray(value)) return value.map(toValue)
  if (neo4j.isNode(value)) return toNode(value)
  if (neo4j.isRelationship(value)) return toRelationship(value)
  if (neo4j.isPath(value)) return toPath(value)
  if (neo4j.isPoint(value)) return pointText(value)
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
  if (Object.getPrototypeOf(value) === Object.prototype) return toMap(value as Record<string, unknown>)
  return String(value)
}

function fromInteger(value: Integer): Value {
  return value.inSafeRange() ? value.toNumber() : value.toString()
}

function fromBigInt(value: bigint): Value {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
}

function toNode({ elementId, labels, properties }: Node): NodeValue {
  return { kind: 'node', id: elementId, labels: labels.toSorted(), properties: toMap(properties) }
}

function toRelationship(relationship: Relationship): RelationshipValue {
  return {
    kind: 'relationship',
    id: relationship.elementId,
    type: relationship.type,
    from: relationship.startNodeElementId,
    to: relationship.endNodeElementId,
    properties: toMap(relationship.properties),
  }
}

function toPath({ start, segments }: Path): PathValue {
  return {
    kind: 'path',
    nodes: [start, ...segments.map(({ end }) => end)].map(toNode),
    relationships: segments.map(({ relationship }) => toRelationship(relationship)),
  }
}

/** The server gives properties in an order of its own. */
function toMap(values: Record<string, unknown>): Record<string, Value> {
  return Object.fromEntries(
    Object.keys(values)
      .sort()
      .map((key) => [key, toValue(values[key])]),
  )
}

function pointText({ srid, x, y, z }: Point): string {
  const height = z === undefined ? '' : `, z: ${z}`
  return `point({srid: ${srid}, x: ${x}, y: ${y}${height}})`
}
