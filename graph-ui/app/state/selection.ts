/** What the person has chosen. */
export type Selection =
  | { kind: 'node'; key: string }
  | { kind: 'edge'; key: string }
  | { kind: 'claim'; key: string }
  /** Two nodes and more. */
  | { kind: 'nodes'; keys: readonly string[] }

/** The nodes that are selected, in the order in which they were. */
export function selectedNodes(selection: Selection | null): readonly string[] {
  if (selection?.kind === 'node') return [selection.key]
  return selection?.kind === 'nodes' ? selection.keys : []
}

/** The selection of some nodes: nothing, one, or several. */
export function selectionOf(keys: readonly string[]): Selection | null {
  if (keys.length > 1) return { kind: 'nodes', keys }
  return keys[0] === undefined ? null : { kind: 'node', key: keys[0] }
}

/** Adds a node to what is selected, or takes it out. */
export function toggleSelected(selection: Selection | null, key: string): Selection | null {
  const keys = selectedNodes(selection)
  return selectionOf(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key])
}
