/** GraphML, GEXF and node-link JSON as NetworkX reads them, against the counts of `skein stats --json`. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportable, exporters } from '../../shared/exports/index.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { nastyGraph } from '../fixtures/nasty-graph.ts'
import { lacks } from '../setup/requirements.ts'
import { type Outcome, skein, temporaryFolder } from '../setup/skein.ts'

const python = ['/usr/bin/python3', 'python3'].find(
  (candidate) => spawnSync(candidate, ['-c', 'import networkx']).status === 0,
)
const script = join(packageRoot, 'test/integration/count-with-networkx.py')
const sample = join(packageRoot, 'ingest/sample/landmark-papers.jsonl')

interface Counts {
  nodes: { total: number; byLabel: Record<string, number> }
  relationships: { total: number; byType: Record<string, number> }
  titles: string[]
}

function countWithNetworkX(format: string, file: string): Counts {
  const { status, stdout, stderr } = spawnSync(python!, [script, format, file], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Counts
}

async function succeed(args: string[]): Promise<Outcome> {
  const outcome = await skein(args)
  if (outcome.code !== 0) throw new Error(`skein ${args.join(' ')}: ${outcome.stderr}`)
  return outcome
}

describe.skipIf(lacks('networkx', python !== undefined, 'no python3 here can import networkx'))(
  'NetworkX',
  () => {
    const folder = temporaryFolder()
    const store = join(folder.path, 'sample.db')
    beforeAll(async () => {
      await succeed(['ingest', sample, '--store', store])
    })
    afterAll(folder.remove)

    it.each(['graphml', 'gexf', 'json'])('counts in %s what stats counts', async (format) => {
      const file = join(folder.path, `graph.${format}`)
      await succeed(['export', '--format', format, '--out', file, '--store', store])
      const { titles, ...counts } = countWithNetworkX(format, file)
      expect(counts).toEqual(JSON.parse((await succeed(['stats', '--json', '--store', store])).stdout))
      const query = 'MATCH (p:Paper) WHERE p.title IS NOT NULL RETURN p.title'
      const { rows } = JSON.parse(
        (await succeed(['query', query, '--format', 'json', '--store', store])).stdout,
      ) as { rows: string[][] }
      expect(titles.sort()).toEqual(rows.map(([title]) => title).sort())
    })

    it.each(['graphml', 'gexf', 'json'])('reads hostile texts from %s', async (name) => {
      const file = join(folder.path, `nasty.${name}`)
      let text = ''
      for await (const chunk of exporters
        .find((exporter) => exporter.name === name)!
        .write(exportable(nastyGraph))) {
        text += chunk.text
      }
      writeFileSync(file, text)
      const { nodes, relationships, titles } = countWithNetworkX(name, file)
      expect({ nodes: nodes.total, relationships: relationships.total }).toEqual({
        nodes: nastyGraph.nodes.length,
        relationships: nastyGraph.relationships.length,
      })
      const expected = nastyGraph.nodes.flatMap(({ properties: { title } }) =>
        title === undefined ? [] : [title],
      )
      expect(titles).toEqual(expected.sort())
    })
  },
)
