/** Keys of nodes and edges in a view. */
import type { NodeKey } from '../../../shared/graph-store/store.ts'
import { nodeLabels } from '../../../shared/schema.ts'

export function conceptKey(id: string): string {
  return `Concept/${id}`
}

export function paperKey(id: string): string {
  return `Paper/${id}`
}

export function claimKey(id: string): string {
  return `Claim/${id}`
}

/** The label and id in a key, or null where it names no node of ours. */
export function parseKey(key: string): NodeKey | null {
  const slash = key.indexOf('/')
  const label = nodeLabels.find((known) => known === key.slice(0, slash))
  return label && slash > 0 ? { label, id: key.slice(slash + 1) } : null
}

/** Ids of the keys that carry the label, sorted. */
export function idsOf(keys: Iterable<string>, label: NodeKey['label']): string[] {
  const ids: string[] = []
  for (const key of keys) {
    const parsed = parseKey(key)
    if (parsed?.label === label) ids.push(parsed.id)
  }
  return ids.sort()
}
