/** What a person would call a community: the task that its members are for, else its two strongest concepts. */
import { byKey } from '../../layout/graph.ts'
import type { Community, ViewEdge } from '../contract.ts'
import type { PlacelessNode } from './view-parts.ts'

/** Fewer members than this do not make a task the matter of a community. */
const leastMembers = 2

/** @param edges those with both ends among the nodes */
export function communityName(
  nodes: readonly PlacelessNode[],
  edges: readonly ViewEdge[],
): Pick<Community, 'name' | 'key' | 'members'> {
  const weights = weightsInside(edges)
  const weightOf = ({ key }: PlacelessNode) => weights.get(key) ?? 0
  const strongest = [...nodes].sort((a, b) => weightOf(b) - weightOf(a) || b.papers - a.papers || byKey(a, b))
  const task = strongestTask(strongest, edges)
  const concepts = strongest.filter(({ type }) => type !== 'Paper' && type !== 'Metric')
  const heads = task ? [task] : concepts.length > 0 ? concepts.slice(0, 2) : strongest.slice(0, 1)
  return {
    name: asTitle(heads.map(({ name }) => name).join(' and ')),
    key: heads[0]?.key ?? '',
    members: concepts
      .filter((node) => !heads.includes(node))
      .slice(0, 3)
      .map(({ name }) => name),
  }
}

/** The task with most papers behind what its members are used for, are benchmarks for, or are evaluated on. */
function strongestTask(nodes: readonly PlacelessNode[], edges: readonly ViewEdge[]): PlacelessNode | null {
  const found = nodes
    .filter(({ type }) => type === 'Task')
    .map((task) => {
      const direct = edges.filter(
        ({ type, target }) => target === task.key && (type === 'USED_FOR' || type === 'BENCHMARK_FOR'),
      )
      const benchmarks = new Set(
        direct.filter(({ type }) => type === 'BENCHMARK_FOR').map(({ source }) => source),
      )
      const behind = [
        ...direct,
        ...edges.filter(
          ({ type, target }) => type === 'EVALUATED_ON' && (target === task.key || benchmarks.has(target)),
        ),
      ]
      const members = new Set(behind.map(({ source }) => source)).size
      return { task, members, papers: behind.reduce((sum, { papers }) => sum + papers, 0) }
    })
    .filter(({ members }) => members >= leastMembers)
  const [best] = found.sort((a, b) => b.papers - a.papers || b.members - a.members || byKey(a.task, b.task))
  return best?.task ?? null
}

/** Papers behind the edges of each node. */
function weightsInside(edges: readonly ViewEdge[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { source, target, papers } of edges) {
    for (const key of new Set([source, target])) weights.set(key, (weights.get(key) ?? 0) + papers)
  }
  return weights
}

/** "machine translation" begins with a capital letter, "word2vec" is left as its authors write it. */
function asTitle(name: string): string {
  return /^\p{Ll}+(?![\p{L}\p{N}])/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
