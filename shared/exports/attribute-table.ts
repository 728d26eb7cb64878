/** Formats that declare their attributes before the data: which there are, and of which type. */
import { SkeinError } from '../errors.ts'
import type { PropertyValue } from '../schema.ts'
import { flatten } from './exporter.ts'

export type AttributeType = 'boolean' | 'integer' | 'double' | 'string'

export interface Attribute {
  /** Unique within the file. */
  id: string
  name: string
  type: AttributeType
}

/** The attributes of all the given property maps, sorted by name. @param prefix of their ids */
export async function attributeTable(
  all: AsyncIterable<{ properties: Record<string, PropertyValue> }>,
  prefix: string,
): Promise<Map<string, Attribute>> {
  const types = new Map<string, AttributeType>()
  for await (const { properties } of all) {
    for (const [name, value] of Object.entries(properties)) {
      const type = typeOf(value)
      const known = types.get(name)
      types.set(name, known === undefined ? type : widen(known, type))
    }
  }
  const sorted = [...types].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([name, type], i) => [name, { id: `${prefix}${i}`, name, type }]))
}

/** @throws SkeinError for a name that was not there when the table was made */
export function attributeOf(table: Map<string, Attribute>, name: string): Attribute {
  const attribute = table.get(name)
  if (attribute) return attribute
  throw new SkeinError(
    'The graph was changed while it was being exported. Export it again when that is done.',
  )
}

function typeOf(value: PropertyValue): AttributeType {
  const flat = flatten(value)
  if (typeof flat === 'boolean') return 'boolean'
  if (typeof flat === 'string') return 'string'
  return Number.isSafeInteger(flat) ? 'integer' : 'double'
}

function widen(a: AttributeType, b: AttributeType): AttributeType {
  if (a === b) return a
  return [a, b].every((type) => type === 'integer' || type === 'double') ? 'double' : 'string'
}
