import { join } from 'node:path'
import { openStore } from '../../shared/graph-store/index.ts'
import { neighbourhood, scanGraph } from '../../shared/graph-store/reads.ts'
import type { GraphDelta, GraphStore, NodeKey } from '../../shared/graph-store/store.ts'
import { findRuntime } from '../setup/neo4j-install.ts'
import { startNeo4jServer } from '../setup/neo4j-server.ts'
import { temporaryFolder } from '../setup/skein.ts'
import type { Benchmark } from './benchmark.ts'

const papers = 4000
const papersInDelta = 200
const concepts = 6000

/** The store alone, on changes of the size and shape that loading makes; the texts are made up. */
export const store: Benchmark = {
  name: 'store',
  question: `How fast does each store take ${papers} papers with their claims, give everything back, and open again?`,
  async run() {
    const { path, remove } = temporaryFolder()
    const rows: Record<string, string | number>[] = []
    try {
      rows.push(await timed('embedded', join(path, 'bench.db'), {}))
      const runtime = findRuntime()
      if ('reason' in runtime) return [...rows, { store: 'neo4j', lacking: runtime.reason }]
      const server = await startNeo4jServer(runtime)
      try {
        rows.push(await timed('neo4j', server.login.uri, { password: server.login.password }))
      } finally {
        await server.remove()
      }
    } finally {
      remove()
    }
    return rows
  },
}

async function timed(name: string, url: string, options: { password?: string }) {
  const opened = await openStore(url, options)
  await opened.ensureSchema()
  let written = 0
  const load = await seconds(async () => {
    for (let from = 0; from < papers; from += papersInDelta) {
      const delta = changeFor(from)
      written += delta.relationships.length
      await opened.apply(delta)
    }
  })
  let found = 0
  const scan = await seconds(async () => {
    found = await scanAll(opened)
  })
  const near = await seconds(() =>
    neighbourhood(opened, { ids: ['Method:c1'], depth: 2, limit: 300 }).then(() => {}),
  )
  await opened.close()
  const reopen = await seconds(async () => {
    const again = await openStore(url, options)
    await again.query('MATCH (p:Paper {id: "p1"}) RETURN p', {}, readOptions)
    await again.close()
  })
  return {
    store: name,
    'relationships written a second': Math.round(written / load),
    'scanned a second': Math.round(found / scan),
    'neighbourhood, ms': Math.round(near * 1000),
    'open, ask, close, ms': Math.round(reopen * 1000),
  }
}

const readOptions = { mode: 'read', timeoutMs: 60_000, maxRows: 10, signal: null } as const

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function scanAll(opened: GraphStore): Promise<number> {
  const { nodes, relationships } = scanGraph(opened, 'whole')
  let count = 0
  for await (const _node of nodes()) count++
  for await (const _relationship of relationships()) count++
  return count
}

/** Ten concepts and three claims a paper, hubs among the concepts as in real papers. */
function changeFor(from: number): GraphDelta {
  const delta: GraphDelta = { deleteRelationships: [], deleteNodes: [], nodes: [], relationships: [] }
  const cited = new Set<number>()
  for (let paper = from; paper < from + papersInDelta; paper++) {
    const key: NodeKey = { label: 'Paper', id: `p${paper}` }
    const properties = {
      title: `A paper on topic ${paper}`,
      abstract: 'We study one more thing. '.repeat(45),
      year: 2000,
    }
    delta.nodes.push({ ...key, labels: [], properties })
    const named = Array.from({ length: 10 }, (_, i) =>
      i < 2 ? i * 3 : (paper * 37 + i * i * 101) % concepts,
    )
    for (const concept of named) {
      cited.add(concept)
      const sentence = `We build on concept ${concept} in this work, which helps a lot.`
      const evidence = {
        intent: 'uses',
        sentence,
        start: 10,
        end: 70,
        sentences: [sentence],
        confidence: 0.8,
      }
      delta.relationships.push({ type: 'CITES', from: key, to: conceptKey(concept), properties: evidence })
    }
    for (let i = 0; i < 3; i++) {
      const claim: NodeKey = { label: 'Claim', id: `p${paper}#${i}` }
      const stated = {
        predicate: 'USED_FOR',
        sentence: 'It is used for this.',
        start: 80,
        end: 99,
        confidence: 0.7,
      }
      delta.nodes.push({ ...claim, labels: [], properties: stated })
      delta.relationships.push({ type: 'CLAIMS', from: key, to: claim, properties: {} })
      delta.relationships.push({ type: 'SUBJECT', from: claim, to: conceptKey(named[i]!), properties: {} })
      delta.relationships.push({ type: 'OBJECT', from: claim, to: conceptKey(named[i + 3]!), properties: {} })
    }
  }
  for (const concept of cited) {
    const properties = { name: `Concept ${concept}`, type: 'Method', aliases: [`C${concept}`], papers: from }
    delta.nodes.push({ ...conceptKey(concept), labels: ['Method'], properties })
  }
  return delta
}

function conceptKey(concept: number): NodeKey {
  return { label: 'Concept', id: `Method:c${concept}` }
}
