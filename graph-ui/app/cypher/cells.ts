/** Values of a result as text in a cell, and their order. */
import type { NodeValue, PathValue, RelationshipValue, Value } from '../../../shared/graph-store/store.ts'
import { nodeLabels } from '../../../shared/vocabulary.ts'

export function cellText(value: Value): string {
  return typeof value === 'string' ? value : inner(value)
}

function inner(value: Value): string {
  if (value === null) return '–'
  if (typeof value === 'string') return `"${value}"`
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`
  if (isNode(value)) return nodeText(value)
  if (isRelationship(value)) return `[:${value.type}]`
  if (isPath(value)) return pathText(value)
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}: ${inner(entry)}`)
    .join(', ')}}`
}

function nodeText({ labels, properties }: NodeValue): string {
  const name = properties.name ?? properties.title ?? properties.id ?? null
  return name === null ? `(:${labels.join(':')})` : `(${cellText(name)})`
}

function pathText({ nodes, relationships }: PathValue): string {
  return nodes
    .map((node, i) => {
      const relationship = relationships[i]
      if (!relationship) return nodeText(node)
      const forward = relationship.from === node.id
      return `${nodeText(node)} ${forward ? '–' : '←'}${relationship.type}${forward ? '→' : '–'} `
    })
    .join('')
}

/** Numbers by size, everything else by its text; nothing comes last. */
export function compareValues(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return cellText(a).localeCompare(cellText(b), 'en', { numeric: true })
}

/** The key of a node in the picture; null for every other value. */
export function nodeKeyOf(value: Value): string | null {
  if (!isNode(value)) return null
  const label = nodeLabels.find((known) => value.labels.includes(known))
  return label && typeof value.properties.id === 'string'
    ? `${label}/${value.properties.id}`
    : `Other/${value.id}`
}

/** A value where it stands for itself in other programs: names without brackets, nothing for nothing. */
export function plainText(value: Value): string {
  if (value === null) return ''
  if (!isNode(value)) return cellText(value)
  const { name, title, id } = value.properties
  return cellText(name ?? title ?? id ?? value.labels.join(':'))
}

// A map of the person's own may have a "kind", but then lacks the rest.
function isNode(value: Value): value is NodeValue {
  return isRecord(value) && value.kind === 'node' && Array.isArray(value.labels) && isRecord(value.properties)
}

function isRelationship(value: Value): value is RelationshipValue {
  return isRecord(value) && value.kind === 'relationship' && 'from' in value && isRecord(value.properties)
}

function isPath(value: Value): value is PathValue {
  return isRecord(value) && value.kind === 'path' && Array.isArray(value.relationships)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
