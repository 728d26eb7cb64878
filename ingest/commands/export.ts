import { once } from 'node:events'
import { createWriteStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { SkeinError, UsageError } from '../../shared/errors.ts'
import {
  type ExportableGraph,
  type Exporter,
  type ExportPart,
  exportable,
  exporters,
  graphOfResult,
  papersBehind,
} from '../../shared/exports/index.ts'
import {
  findConcepts,
  graphViews,
  neighbourhood,
  scanGraph,
  withEndNodes,
} from '../../shared/graph-store/reads.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { type Arguments, type Command, storeOption } from './command.ts'
import { openForReading, storeUrl, withStore } from './open-store.ts'

const maxNodes = 100_000

export const exportGraph: Command = {
  name: 'export',
  usage: 'export --format FORMAT [options]',
  description: `Writes the whole graph, the concepts and what holds between them, what a query returns, or what lies around a
concept. The same graph gives the same bytes. In BibTeX stand its papers, those behind its edges and
claims, and those that introduce its concepts.
The formats:
${exporters.map(({ name, label }) => `  ${name.padEnd(10)}  ${label}`).join('\n')}`,
  options: {
    format: { type: 'string', value: 'FORMAT', help: exporters.map(({ name }) => name).join(', ') },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'where to write (default: standard output). csv makes two files, FILE.nodes.csv and FILE.edges.csv, or nodes.csv and edges.csv where FILE is a folder',
    },
    view: {
      type: 'string',
      value: 'VIEW',
      help: 'whole (default), or concepts: without papers and claims',
    },
    cypher: {
      type: 'string',
      value: 'QUERY',
      help: 'the nodes, relationships and paths that a query returns',
    },
    around: { type: 'string', value: 'NAME', help: 'what lies around a concept' },
    depth: { type: 'string', value: 'N', help: 'steps from the concept (default 1)' },
    ...storeOption,
  },
  examples: [
    { line: 'skein export --format gexf --view concepts --out field.gexf', does: 'for Gephi' },
    { line: 'skein export --format graphml --around LoRA --depth 2 > lora.graphml', does: 'a neighbourhood' },
    {
      line: "skein export --format csv --out tables/ --cypher 'MATCH p=(:Method)-[:OUTPERFORMS]->() RETURN p'",
      does: 'two tables of what claims to beat what',
    },
  ],
  async run(args) {
    if (args.positionals.length > 0)
      throw new UsageError('skein export takes options only; see skein export --help')
    const name = args.choice('format', ['', ...exporters.map((exporter) => exporter.name)], '')
    const exporter = exporters.find((candidate) => candidate.name === name)
    if (!exporter) {
      throw new UsageError(
        `Which format? --format ${exporters.map((candidate) => candidate.name).join(', ')}`,
      )
    }
    const chosen = ['view', 'cypher', 'around'].filter((option) => args.text(option) !== null)
    if (chosen.length > 1)
      throw new UsageError(`Give one of --view, --cypher and --around, not ${chosen.length}.`)
    await withStore(openForReading(storeUrl(args)), async (store) => {
      const graph = await chosenGraph(store, args)
      // The whole graph has every paper.
      const isPart = chosen.length > 0 && args.text('view') !== 'whole'
      const exported = exporter.holds === 'papers' && isPart ? papersBehind(store, graph, null) : graph
      await write(exporter, exported, args.text('out'))
    })
  },
}

async function chosenGraph(store: GraphStore, args: Arguments): Promise<ExportableGraph> {
  const cypher = args.text('cypher')
  if (cypher !== null) {
    const options = { mode: 'read' as const, timeoutMs: 600_000, maxRows: 1_000_000, signal: null }
    const { rows } = await store.query(cypher, {}, options)
    const ends = { limit: options.maxRows, signal: null }
    const graph = graphOfResult({ rows: await withEndNodes(store, rows, ends) })
    if (graph.nodes.length === 0) {
      process.stderr.write(
        'The query returned no nodes: return nodes, relationships or paths, not their properties.\n',
      )
    }
    return exportable(graph)
  }
  const around = args.text('around')
  if (around === null) return scanGraph(store, args.choice('view', graphViews, 'whole'))
  const depth = args.integer('depth', 1, 0, 10)
  const [found] = await findConcepts(store, around, 1)
  if (!found) throw new SkeinError(`The graph has no concept that goes by "${around}".`)
  return exportable(await neighbourhood(store, { ids: [found.node.id], depth, limit: maxNodes }))
}

async function write(exporter: Exporter, graph: ExportableGraph, out: string | null): Promise<void> {
  if (out === null) {
    let part: ExportPart | null = null
    for await (const chunk of exporter.write(graph)) {
      // Tables that share one stream are parted by an empty line.
      if (part !== null && part !== chunk.part) process.stdout.write('\r\n')
      part = chunk.part
      if (!process.stdout.write(chunk.text)) await once(process.stdout, 'drain')
    }
    return
  }
  const paths = exporter.parts.map((part) => pathOf(exporter, part, out))
  const streams = paths.map((path) => createWriteStream(path))
  const ends = Promise.all(streams.map((stream) => finished(stream)))
  // Awaited below; until then its failure must not count as unhandled.
  ends.catch(() => {})
  try {
    for await (const { part, text } of exporter.write(graph)) {
      const stream = streams[exporter.parts.indexOf(part)]!
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), ends])
    }
    for (const stream of streams) stream.end()
    await ends
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new SkeinError(`${path ?? out} cannot be written (${code}). Give another place with --out.`)
  }
  process.stderr.write(`Written: ${paths.join(', ')}\n`)
}

function pathOf(exporter: Exporter, part: ExportPart, out: string): string {
  const isFolder = existsSync(out) && statSync(out).isDirectory()
  if (part === 'main') return isFolder ? join(out, `graph.${exporter.extension}`) : out
  if (isFolder) return join(out, `${part}.${exporter.extension}`)
  const suffix = `.${exporter.extension}`
  return `${out.endsWith(suffix) ? out.slice(0, -suffix.length) : out}.${part}${suffix}`
}
