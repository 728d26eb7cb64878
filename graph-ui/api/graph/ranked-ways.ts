/** The best ways between two nodes of a small graph: exact, however many there are. */
import type { ViewEdge } from '../contract.ts'
import { bestFirst } from './best-first.ts'

export interface Way {
  edges: ViewEdge[]
  /** Papers behind the weakest edge. */
  papers: number
  /** That all edges are right. */
  confidence: number
}

/** How good a way is, or the best that can become of its beginning. */
interface Worth {
  papers: number
  confidence: number
}

interface Beginning extends Way {
  /** The nodes on it, the first one included. */
  nodes: string[]
  /** Orders what is equally good. */
  name: string
  hope: Worth
}

type Links = ReadonlyMap<string, ReadonlyMap<string, ViewEdge>>

/**
 * Ways without a node twice: shorter ones first, then by the papers behind the weakest edge, then by confidence.
 * Between two nodes only the best supported edge counts, in either direction.
 * @param longest steps that a way has at most
 */
export function rankedWays(
  from: string,
  to: string,
  edges: readonly ViewEdge[],
  { limit, longest }: { limit: number; longest: number },
): Way[] {
  const links = linksOf(edges)
  const hopes = hopesOf(links, to, longest)
  const found: Way[] = []
  for (let length = 1; length <= longest && found.length < limit; length++) {
    found.push(...waysOf(length, from, to, links, hopes, limit - found.length))
  }
  return found
}

/** Best first: no beginning can become better than it is, so the ways come in their order. */
function waysOf(
  length: number,
  from: string,
  to: string,
  links: Links,
  hopes: readonly ReadonlyMap<string, Worth>[],
  limit: number,
): Way[] {
  const found: Way[] = []
  const hope = hopes[length]?.get(from)
  if (!hope) return found
  const queue = bestFirst<Beginning>(isBetter)
  queue.push({ nodes: [from], name: from, edges: [], papers: Number.MAX_VALUE, confidence: 1, hope })
  for (let best = queue.pop(); best !== undefined && found.length < limit; best = queue.pop()) {
    const here = best.nodes.at(-1)!
    if (here === to) {
      found.push({ edges: best.edges, papers: best.papers, confidence: best.confidence })
      continue
    }
    const left = length - best.edges.length - 1
    for (const [next, edge] of links.get(here) ?? []) {
      const rest = hopes[left]?.get(next)
      if (!rest || best.nodes.includes(next) || (next === to && left > 0)) continue
      const papers = Math.min(best.papers, edge.papers)
      const confidence = best.confidence * sureness(edge)
      queue.push({
        nodes: [...best.nodes, next],
        name: `${best.name}\n${next}`,
        edges: [...best.edges, edge],
        papers,
        confidence,
        hope: { papers: Math.min(papers, rest.papers), confidence: confidence * rest.confidence },
      })
    }
  }
  return found
}

function isBetter(a: Beginning, b: Beginning): boolean {
  if (a.hope.papers !== b.hope.papers) return a.hope.papers > b.hope.papers
  if (a.hope.confidence !== b.hope.confidence) return a.hope.confidence > b.hope.confidence
  return a.name < b.name
}

/** The best edge between any two nodes that have one. */
function linksOf(edges: readonly ViewEdge[]): Links {
  const links = new Map<string, Map<string, ViewEdge>>()
  for (const edge of edges) {
    if (edge.source === edge.target) continue
    for (const [a, b] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ] as const) {
      const around = links.get(a) ?? new Map<string, ViewEdge>()
      const known = around.get(b)
      if (!known || isStronger(edge, known)) around.set(b, edge)
      links.set(a, around)
    }
  }
  return links
}

function isStronger(a: ViewEdge, b: ViewEdge): boolean {
  if (a.papers !== b.papers) return a.papers > b.papers
  const [x, y] = [sureness(a), sureness(b)]
  return x === y ? a.key < b.key : x > y
}

function sureness({ confidence }: ViewEdge): number {
  return confidence ?? 1
}

/** By a number of steps, and the node that it is left from: the most that a walk to `to` can keep. */
function hopesOf(links: Links, to: string, longest: number): ReadonlyMap<string, Worth>[] {
  const hopes: Map<string, Worth>[] = [new Map([[to, { papers: Number.MAX_VALUE, confidence: 1 }]])]
  for (let steps = 1; steps <= longest; steps++) {
    const hope = new Map<string, Worth>()
    for (const [next, rest] of hopes[steps - 1]!) {
      for (const [here, edge] of links.get(next) ?? []) {
        if (here === to) continue
        const known = hope.get(here)
        hope.set(here, {
          papers: Math.max(known?.papers ?? 0, Math.min(rest.papers, edge.papers)),
          confidence: Math.max(known?.confidence ?? 0, rest.confidence * sureness(edge)),
        })
      }
    }
    hopes.push(hope)
  }
  return hopes
}
