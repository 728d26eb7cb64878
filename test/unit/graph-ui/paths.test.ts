import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Path, ViewEdge, ViewNode } from '../../../graph-ui/api/contract.ts'
import { bestFirst } from '../../../graph-ui/api/graph/best-first.ts'
import { rankedWays, type Way } from '../../../graph-ui/api/graph/ranked-ways.ts'
import { pathPicture } from '../../../graph-ui/app/paths/path-picture.ts'
import { pathSentence, pathTitle } from '../../../graph-ui/app/paths/path-sentence.ts'

function edge(
  source: string,
  target: string,
  papers: number,
  confidence: number,
  type = 'USED_FOR',
): ViewEdge {
  const years = { firstYear: null, lastYear: null }
  return {
    key: `${source} ${type} ${target}`,
    source,
    target,
    type,
    papers,
    against: 0,
    confidence,
    ...years,
  }
}

function node(name: string): ViewNode {
  return {
    key: name,
    type: 'Method',
    name,
    papers: 1,
    year: null,
    lastYear: null,
    x: 0,
    y: 0,
    community: null,
  }
}

const longest = 4
const names = ['a', 'b', 'c', 'd', 'e', 'f']
/** Confidences that multiply without rounding. */
const graphs = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...names),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(1, 0.5),
    )
    .map(([source, target, papers, confidence]) => edge(source, target, papers, confidence)),
  { selector: ({ key }) => key, maxLength: 25 },
)

/** All ways, found without any cleverness. */
function allWays(edges: ViewEdge[]): { nodes: string[]; papers: number; confidence: number }[] {
  const better = (x: ViewEdge, y: ViewEdge) =>
    y.papers - x.papers || y.confidence! - x.confidence! || (x.key < y.key ? -1 : 1)
  const between = (x: string, y: string) =>
    edges
      .filter(({ source, target }) => (source === x && target === y) || (source === y && target === x))
      .sort(better)[0]
  const found: { nodes: string[]; papers: number; confidence: number }[] = []
  const walk = (nodes: string[], papers: number, confidence: number) => {
    const here = nodes.at(-1)!
    if (here === 'f') found.push({ nodes, papers, confidence })
    if (here === 'f' || nodes.length > longest) return
    for (const next of names) {
      const step = nodes.includes(next) ? undefined : between(here, next)
      if (step) walk([...nodes, next], Math.min(papers, step.papers), confidence * step.confidence!)
    }
  }
  walk(['a'], Number.MAX_VALUE, 1)
  return found.sort(
    (x, y) =>
      x.nodes.length - y.nodes.length ||
      y.papers - x.papers ||
      y.confidence - x.confidence ||
      (x.nodes.join('\n') < y.nodes.join('\n') ? -1 : 1),
  )
}

function nodesOf({ edges }: Way): string[] {
  const nodes = ['a']
  for (const { source, target } of edges) nodes.push(nodes.at(-1) === source ? target : source)
  return nodes
}

describe('ways between two nodes', () => {
  it('are the best of all, in their order', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 12 }), (edges, limit) => {
        const ways = rankedWays('a', 'f', edges, { limit, longest })
        const expected = allWays(edges).slice(0, limit)
        expect(ways.map((way) => ({ ...way, nodes: nodesOf(way) }))).toMatchObject(expected)
        expect(ways).toHaveLength(expected.length)
      }),
    )
  })

  it('do not hang on the order of edges', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const options = { limit: 5, longest }
        expect(rankedWays('a', 'f', [...edges].reverse(), options)).toEqual(
          rankedWays('a', 'f', edges, options),
        )
      }),
    )
  })

  it('find the best supported one beyond thousands that come first by name', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `m${String(i).padStart(4, '0')}`)
    const edges = many.flatMap((middle) => [edge('a', middle, 1, 0.5), edge(middle, 'f', 1, 0.5)])
    edges.push(edge('a', 'z', 7, 0.9), edge('z', 'f', 6, 0.9))
    const [best] = rankedWays('a', 'f', edges, { limit: 1, longest })
    expect(best).toMatchObject({ papers: 6 })
    expect(nodesOf(best!)).toEqual(['a', 'z', 'f'])
  })
})

it('a queue gives the best first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const queue = bestFirst<number>((a, b) => a < b)
      for (const number of numbers) queue.push(number)
      expect(numbers.map(() => queue.pop())).toEqual([...numbers].sort((a, b) => a - b))
      expect(queue.pop()).toBeUndefined()
    }),
  )
})

describe('a path', () => {
  const [bert, transformer, lstm] = ['BERT', 'Transformer', 'LSTM'].map(node) as [
    ViewNode,
    ViewNode,
    ViewNode,
  ]
  const path: Path = {
    steps: [
      {
        from: bert,
        to: transformer,
        edge: edge('BERT', 'Transformer', 1, 1, 'BASED_ON'),
        direction: 'out',
      },
      {
        from: transformer,
        to: lstm,
        edge: edge('LSTM', 'Transformer', 1, 1, 'OUTPERFORMS'),
        direction: 'in',
      },
    ],
    papers: 1,
    confidence: 1,
  }

  it('reads as a sentence in the order in which it is walked', () => {
    expect(pathSentence(path)).toBe('BERT is based on Transformer, which is outperformed by LSTM')
    expect(pathTitle(path)).toBe('BERT → Transformer → LSTM')
  })

  it('stands from left to right in its picture', () => {
    const { nodes, edges } = pathPicture(path)
    expect(nodes.map(({ name }) => name)).toEqual(['BERT', 'Transformer', 'LSTM'])
    const places = nodes.map(({ x }) => x)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(edges).toHaveLength(2)
  })
})
