import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findRuntime } from '../setup/neo4j-install.ts'
import { startNeo4jServer } from '../setup/neo4j-server.ts'
import { type Outcome, skein, temporaryFolder } from '../setup/skein.ts'
import type { Benchmark } from './benchmark.ts'
import { firstPapers } from './papers.ts'

const papers = 10_000

/** The whole command: reading, extraction on all cores, loading, settling; needs `npm run build`. */
export const ingest: Benchmark = {
  name: 'ingest',
  question: `How many papers a second does skein ingest take, ${papers} papers into an empty store?`,
  async run() {
    const lines = await firstPapers(papers)
    if (lines === null) return { lacking: 'corpora/papers.jsonl.gz (SKEIN_DATA)' }
    const { path, remove } = temporaryFolder()
    const input = join(path, 'papers.jsonl')
    writeFileSync(input, `${lines.join('\n')}\n`)
    const rows: Record<string, string | number>[] = []
    try {
      rows.push(await timed('embedded', input, join(path, 'bench.db'), {}))
      const runtime = findRuntime()
      if ('reason' in runtime) rows.push({ store: 'neo4j', lacking: runtime.reason })
      else {
        const server = await startNeo4jServer(runtime)
        try {
          rows.push(await timed('neo4j', input, server.login.uri, { NEO4J_PASSWORD: server.login.password }))
        } finally {
          await server.remove()
        }
      }
    } finally {
      remove()
    }
    return rows
  },
}

async function timed(store: string, input: string, url: string, env: Record<string, string>) {
  const started = performance.now()
  succeeded(await skein(['ingest', input, '--store', url], { env }))
  const seconds = (performance.now() - started) / 1000
  const stats = succeeded(await skein(['stats', '--json', '--store', url], { env }))
  const { nodes, relationships } = JSON.parse(stats.stdout)
  return {
    store,
    seconds: Math.round(seconds),
    'papers a second': Math.round(papers / seconds),
    nodes: nodes.total,
    relationships: relationships.total,
  }
}

function succeeded(outcome: Outcome): Outcome {
  if (outcome.code !== 0) throw new Error(outcome.stderr)
  return outcome
}
