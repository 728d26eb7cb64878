import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphOfResult } from '../../shared/exports/index.ts'
import { keyText, relationshipText, type Subgraph } from '../../shared/graph-store/graph.ts'
import {
  findConcepts,
  neighbourhood,
  scanGraph,
  shortestPaths,
  stats,
  withEndNodes,
} from '../../shared/graph-store/reads.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { modelOf } from './graph-model.ts'
import { stores } from './stores.ts'

const around = {
  lora1: { ids: ['Method:lora'], depth: 1, types: ['OUTPERFORMS', 'EVALUATED_ON'] as const, limit: 10 },
  adapter2: {
    ids: ['Method:adapter'],
    depth: 2,
    types: ['EVALUATED_ON', 'BENCHMARK_FOR'] as const,
    limit: 10,
  },
}

function ids({ nodes }: Subgraph): string[] {
  return nodes.map(({ id }) => id)
}
function edges({ relationships }: Subgraph): string[] {
  return relationships.map(({ from, type, to }) => `${from.id} ${type} ${to.id}`)
}

describe.each(stores)('reads on $name', ({ skip, open }) => {
  let store: GraphStore
  beforeAll(async () => {
    if (skip !== null) return
    store = await open()
    await store.apply(fixtureGraph)
  })
  afterAll(() => store?.close())

  it.skipIf(skip !== null).each([
    { text: 'LoRA', limit: 5, found: ['Method:lora name'] },
    { text: '  lora ', limit: 5, found: ['Method:lora name'] },
    { text: 'Method:lora', limit: 5, found: ['Method:lora id'] },
    { text: 'low-rank adaptation', limit: 5, found: ['Method:lora alias'] },
    { text: 'adapter', limit: 5, found: ['Method:adapter name'] },
    { text: 'ada', limit: 5, found: ['Method:adapter name prefix'] },
    { text: 'qa', limit: 5, found: ['Task:qa alias'] },
    { text: 'low', limit: 5, found: ['Method:lora alias prefix'] },
    { text: '', limit: 5, found: [] },
    { text: 'nothing of this name', limit: 5, found: [] },
    { text: "'; MATCH (n) DETACH DELETE n //", limit: 5, found: [] },
  ])('finds concepts by $text', async ({ text, limit, found }) => {
    const concepts = await findConcepts(store, text, limit)
    expect(concepts.map(({ node, match }) => `${node.id} ${match}`)).toEqual(found)
  })

  it.skipIf(skip !== null)('ranks by how well, then by how many papers', async () => {
    const concepts = await findConcepts(store, 'f', 5)
    expect(concepts.map(({ node }) => node.id)).toEqual(['Method:tuning', 'Metric:f1'])
    expect(await findConcepts(store, 'f', 1)).toHaveLength(1)
  })

  it.skipIf(skip !== null)('gives a neighbourhood with what holds among it', async () => {
    const near = await neighbourhood(store, around.lora1)
    expect(ids(near)).toEqual(['Dataset:glue', 'Method:adapter', 'Method:lora', 'Method:tuning'])
    expect(edges(near)).toEqual([
      'Method:adapter OUTPERFORMS Method:lora',
      'Method:lora EVALUATED_ON Dataset:glue',
      'Method:lora OUTPERFORMS Method:tuning',
    ])
    expect(ids(await neighbourhood(store, around.adapter2))).toEqual([
      'Dataset:squad',
      'Method:adapter',
      'Task:qa',
    ])
    const all = await neighbourhood(store, { ids: ['Method:lora'], depth: 6, limit: 100 })
    expect(all).toEqual(sortedByKey(modelOf([fixtureGraph])))
  })

  it.skipIf(skip !== null)('keeps to the limit, what most papers back first', async () => {
    const near = await neighbourhood(store, { ...around.lora1, limit: 2 })
    expect(ids(near)).toEqual(['Dataset:glue', 'Method:lora'])
    expect(await neighbourhood(store, { ids: ['Method:nobody'], depth: 2, limit: 9 })).toEqual({
      nodes: [],
      relationships: [],
    })
  })

  it.skipIf(skip !== null)('finds the shortest paths', async () => {
    const paths = await shortestPaths(store, 'Task:qa', 'Method:lora', 5)
    expect(paths.map(ids)).toEqual([['Task:qa', 'Dataset:squad', 'Method:adapter', 'Method:lora']])
    expect(edges(paths[0]!)).toEqual([
      'Dataset:squad BENCHMARK_FOR Task:qa',
      'Method:adapter EVALUATED_ON Dataset:squad',
      'Method:adapter OUTPERFORMS Method:lora',
    ])
    expect(await shortestPaths(store, 'Task:qa', 'Metric:f1', 5)).toEqual([])
    expect(await shortestPaths(store, 'Task:qa', 'Task:qa', 5)).toEqual([])
    expect(await shortestPaths(store, 'Task:qa', 'Task:nobody', 5)).toEqual([])
  })

  it.skipIf(skip !== null)('counts', async () => {
    const { nodes, relationships } = await stats(store)
    expect(nodes).toEqual({
      total: 15,
      byLabel: { Claim: 4, Concept: 7, Dataset: 2, Method: 3, Metric: 1, Paper: 4, Task: 1 },
    })
    expect(relationships.total).toBe(35)
    expect(relationships.byType.CITES).toBe(11)
  })

  it
    .skipIf(skip !== null)
    .each([
      'MATCH ()-[r:OUTPERFORMS]->() RETURN r ORDER BY r.papers',
      'MATCH ()-[r:OUTPERFORMS]->() RETURN {list: collect(r)} AS nested',
      'MATCH (a)-[r:OUTPERFORMS]->() RETURN a, r',
      'MATCH p=(a)-[r:OUTPERFORMS]->() RETURN relationships(p)',
    ])('gives relationships their ends: %s', async (cypher) => {
    const options = { mode: 'read', timeoutMs: 10_000, maxRows: 100, signal: null } as const
    const { rows } = await store.query(cypher, {}, options)
    const graph = graphOfResult({ rows: await withEndNodes(store, rows, { limit: 100, signal: null }) })
    const model = modelOf([fixtureGraph])
    const wanted = model.relationships.filter(({ type }) => type === 'OUTPERFORMS')
    const ends = new Set(wanted.flatMap(({ from, to }) => [keyText(from), keyText(to)]))
    const nodes = model.nodes.filter((node) => ends.has(keyText(node)))
    expect(sortedByKey(graph)).toEqual(sortedByKey({ nodes, relationships: wanted }))
  })

  it.skipIf(skip !== null)('fetches no more ends than it may, and none where none lacks', async () => {
    const options = { mode: 'read', timeoutMs: 10_000, maxRows: 100, signal: null } as const
    const alone = await store.query('MATCH ()-[r:OUTPERFORMS]->() RETURN r', {}, options)
    const some = await withEndNodes(store, alone.rows, { limit: 1, signal: null })
    expect(graphOfResult({ rows: some }).nodes).toHaveLength(1)
    const full = await store.query('MATCH (a)-[r:OUTPERFORMS]->(b) RETURN a, r, b', {}, options)
    expect(await withEndNodes(store, full.rows, { limit: 9, signal: null })).toEqual(full.rows)
  })

  it.skipIf(skip !== null)('scans the whole graph, and the concepts alone, in order', async () => {
    const model = modelOf([fixtureGraph])
    const whole = scanGraph(store, 'whole')
    expect(await all(whole.nodes())).toEqual(model.nodes)
    expect(await all(whole.relationships())).toEqual(model.relationships)
    const concepts = scanGraph(store, 'concepts')
    expect(await all(concepts.nodes())).toEqual(model.nodes.filter(({ label }) => label === 'Concept'))
    expect(await all(concepts.relationships())).toEqual(
      model.relationships.filter(({ from, to }) => from.label === 'Concept' && to.label === 'Concept'),
    )
  })
})

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

function sortedByKey({ nodes, relationships }: Subgraph): Subgraph {
  const by =
    <T>(text: (item: T) => string) =>
    (a: T, b: T) =>
      text(a) < text(b) ? -1 : 1
  return { nodes: nodes.toSorted(by(keyText)), relationships: relationships.toSorted(by(relationshipText)) }
}
