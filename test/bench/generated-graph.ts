/** A graph of any size that is the same on every machine: fields of concepts, with hubs. */
import { edgeBetween, type PlacelessView } from '../../graph-ui/api/graph/view-parts.ts'
import type { GraphDelta, NodeKey } from '../../shared/graph-store/store.ts'
import type { Predicate } from '../../shared/schema.ts'
import { seededRandom } from '../../shared/seeded-random.ts'

const edgesANode = 3
const hubs = 50
const citedByPaper = 5

/** Each concept is linked to earlier ones near it, and now and then to one of the first, the most to the very first. */
export function generatedConcepts(size: number): PlacelessView {
  const random = seededRandom(1)
  const nodes = Array.from({ length: size }, (_, i) => ({
    key: `Concept/${idOf(i)}`,
    type: 'Method' as const,
    name: `Concept number ${i}`,
    papers: 1 + Math.floor(size / (i + 1)),
    year: 1990 + (i % 30),
    lastYear: 2020,
  }))
  const edges = nodes.slice(1).flatMap((node, i) =>
    Array.from({ length: edgesANode }, () => {
      const other =
        random() < 0.1
          ? Math.floor(random() ** 3 * Math.min(hubs, i + 1))
          : i - Math.floor(random() * Math.min(40, i + 1))
      const row = { behind: 1 + Math.floor(random() * 4), confidence: Math.round(random() * 100) / 100 }
      return edgeBetween(node.key, 'BASED_ON', nodes[other]!.key, row)
    }),
  )
  return { nodes, edges: [...new Map(edges.map((edge) => [edge.key, edge])).values()] }
}

/** The concepts as a change of an empty graph, with papers that cite some of them, the first the most. */
export function asGraph({ nodes, edges }: PlacelessView, papers: number): GraphDelta {
  const random = seededRandom(2)
  const paper = (i: number): NodeKey => ({ label: 'Paper', id: `paper${i}` })
  return {
    deleteRelationships: [],
    deleteNodes: [],
    nodes: [
      ...nodes.map(({ key, type, name, papers: count, year, lastYear }) => ({
        ...conceptAt(key),
        labels: [type],
        properties: { name, type, aliases: [], papers: count, firstYear: year ?? 0, lastYear: lastYear ?? 0 },
      })),
      ...Array.from({ length: papers }, (_, i) => ({
        ...paper(i),
        labels: [],
        properties: { title: `A paper on topic ${i}`, year: 1990 + (i % 30) },
      })),
    ],
    relationships: [
      ...edges.map(({ source, target, type, papers: count, confidence, firstYear, lastYear }) => ({
        type: type as Predicate,
        from: conceptAt(source),
        to: conceptAt(target),
        properties: {
          papers: count,
          against: 0,
          confidence: confidence ?? 0,
          firstYear: firstYear ?? 2000,
          lastYear: lastYear ?? 2020,
        },
      })),
      ...Array.from({ length: papers }, (_, i) => {
        const cited = Array.from({ length: citedByPaper }, () => Math.floor(random() ** 3 * nodes.length))
        return [...new Set(cited)].map((concept) => ({
          type: 'CITES' as const,
          from: paper(i),
          to: conceptAt(nodes[concept]!.key),
          properties: { intent: 'uses', confidence: 0.8 },
        }))
      }).flat(),
    ],
  }
}

function idOf(i: number): string {
  return `Method:concept number ${i}`
}

function conceptAt(key: string): NodeKey {
  return { label: 'Concept', id: key.slice('Concept/'.length) }
}
