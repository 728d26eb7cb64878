import type { View } from '../../api/contract.ts'

/** The node in focus and its neighbours; null where nothing is dimmed, as the focus is not set or not in view. */
export function nearFocus({ nodes, edges }: View, focus: string | null): ReadonlySet<string> | null {
  if (focus === null || !nodes.some(({ key }) => key === focus)) return null
  const near = new Set([focus])
  for (const { source, target } of edges) {
    if (source === focus) near.add(target)
    if (target === focus) near.add(source)
  }
  return near
}
