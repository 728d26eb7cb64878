/** Values of a result as text in a cell, and their order. */
import type { NodeValue, PathValue, RelationshipValue, Value } from '../../../shared/graph-store/store.ts'

export function cellText(value: Value): string {
  return typeof value === 'string' ? value : inner(value)
}

function inner(value: Value): string {
  if (value === null) return '–'
  if (typeof value === 'string') return `"${value}"`
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`
  switch (value.kind) {
    case 'node':
      return nodeText(value as NodeValue)
    case 'relationship':
      return `[:${(value as RelationshipValue).type}]`
    case 'path':
      return pathText(value as PathValue)
    default:
      return `{${Object.entries(value)
        .map(([key, entry]) => `${key}: ${inner(entry)}`)
        .join(', ')}}`
  }
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
