/** The Cypher script in a real Neo4j: an empty one that takes it has the same graph. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ExportableGraph, exportable, exporters } from '../../shared/exports/index.ts'
import { openNeo4j } from '../../shared/graph-store/neo4j/index.ts'
import { scanGraph } from '../../shared/graph-store/reads.ts'
import type { GraphStore, NodeWrite } from '../../shared/graph-store/store.ts'
import { packageRoot } from '../../shared/package-root.ts'
import type { Properties } from '../../shared/schema.ts'
import { nastyGraph } from '../fixtures/nasty-graph.ts'
import { lacksNeo4j, type Neo4jTurn, takeNeo4j, turnTimeoutMs } from '../setup/neo4j-turn.ts'

const cypher = exporters.find(({ name }) => name === 'cypher')!

async function scriptOf(graph: ExportableGraph): Promise<string> {
  let text = ''
  for await (const chunk of cypher.write(graph)) text += chunk.text
  return text
}

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = []
  for await (const item of items) gathered.push(item)
  return gathered
}

/** Key, labels and properties; maps by key. */
async function contentOf(graph: ExportableGraph): Promise<unknown> {
  return { nodes: await gather(graph.nodes()), relationships: await gather(graph.relationships()) }
}

describe.skipIf(lacksNeo4j())('Cypher script', () => {
  let turn: Neo4jTurn
  let store: GraphStore
  beforeAll(async () => {
    turn = await takeNeo4j()
    store = await openNeo4j(turn.uri, turn)
  }, turnTimeoutMs)
  afterAll(async () => {
    await store?.close()
    turn?.release()
  })
  beforeEach(async () => {
    const options = { mode: 'write', timeoutMs: 60_000, maxRows: 1, signal: null } as const
    await store.query('MATCH (n) DETACH DELETE n', {}, options)
  })

  /** As cypher-shell does: one statement after the other, each in a transaction of its own. */
  async function load(script: string): Promise<void> {
    const driver = neo4j.driver(turn.uri, neo4j.auth.basic(turn.user, turn.password))
    const session = driver.session()
    try {
      for (const statement of script.split(';\n').filter((text) => text !== '')) await session.run(statement)
    } finally {
      await session.close()
      await driver.close()
    }
  }

  it('gives a graph of hostile texts back, and the same script again', async () => {
    const script = await scriptOf(exportable(nastyGraph))
    await load(script)
    expect(await contentOf(exportable(await loaded()))).toEqual(await contentOf(exportable(nastyGraph)))
    expect(await scriptOf(exportable(await loaded()))).toBe(script)
  })

  it('gives a graph of real papers back', async () => {
    const papers = readFileSync(join(packageRoot, 'ingest/sample/landmark-papers.jsonl'), 'utf8')
    const nodes = papers
      .trim()
      .split('\n')
      .map((line): NodeWrite => {
        const { title, ...properties } = JSON.parse(line) as Properties & { title: string }
        return { label: 'Paper', id: title, labels: [], properties: { ...properties, title } }
      })
    const relationships = nodes.slice(1).map((node, i) => ({
      type: 'CITES' as const,
      from: node,
      to: nodes[i]!,
      properties: { sentence: String(node.properties.abstract) },
    }))
    await store.apply({ deleteNodes: [], deleteRelationships: [], nodes, relationships })
    const before = await contentOf(scanGraph(store, 'whole'))
    const script = await scriptOf(scanGraph(store, 'whole'))
    await store.apply({ deleteNodes: nodes, deleteRelationships: [], nodes: [], relationships: [] })
    expect((await store.schema()).labels).toEqual([])
    await load(script)
    expect(await contentOf(scanGraph(store, 'whole'))).toEqual(before)
  })

  async function loaded() {
    const graph = scanGraph(store, 'whole')
    return { nodes: await gather(graph.nodes()), relationships: await gather(graph.relationships()) }
  }
})
