import type { NodeValue, PathValue, RelationshipValue, Value } from '../../shared/graph-store/store.ts'

/**
 * A value with its graph parts as text: `(Method:lora)`, `[CITES]`, `(p1)-[CITES]->(p2)`. What nodes and
 * relationships carry beside this is tested on its own.
 */
export function plain(value: Value): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'number') return Math.round(value * 1e9) / 1e9
  if (value === null || typeof value !== 'object') return value
  if (isPart(value)) return partText(value)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}

type Part = NodeValue | RelationshipValue | PathValue

function isPart(value: object): value is Part {
  return 'kind' in value && ['node', 'relationship', 'path'].includes(String(value.kind))
}

function partText(part: Part): string {
  if (part.kind === 'node') return `(${part.properties.id})`
  if (part.kind === 'relationship') return `[${part.type}]`
  return part.nodes
    .map((node, index) => {
      const step = part.relationships[index - 1]
      if (!step) return partText(node)
      return step.to === node.id ? `-[${step.type}]->${partText(node)}` : `<-[${step.type}]-${partText(node)}`
    })
    .join('')
}
