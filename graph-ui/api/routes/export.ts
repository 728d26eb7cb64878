/** What is shown, or what a query finds, in every format of `shared/exports`. */
import { Hono } from 'hono'
import { UsageError } from '../../../shared/errors.ts'
import {
  type ExportPart,
  exportable,
  exporters,
  graphOfResult,
  papersBehind,
} from '../../../shared/exports/index.ts'
import type { Subgraph } from '../../../shared/graph-store/graph.ts'
import { withEndNodes } from '../../../shared/graph-store/reads.ts'
import { bodyOf } from '../body.ts'
import { type ExportFormat, exportRequest } from '../contract.ts'
import { storedSubgraph } from '../graph/stored-subgraph.ts'
import type { Served } from './served.ts'

export function exportRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.get('/export/formats', (context) => {
    const formats: ExportFormat[] = exporters.map(({ name, label, extension, parts, holds }) => ({
      name,
      label,
      extension,
      parts,
      holds,
    }))
    return context.json(formats)
  })
  routes.post('/export', async (context) => {
    const { format, part, view, cypher, params } = await bodyOf(context, exportRequest)
    const exporter = exporters.find(({ name }) => name === format)
    if (!exporter) {
      const names = exporters.map(({ name }) => name).join(', ')
      throw new UsageError(`There is no export format "${format}"; there are ${names}.`)
    }
    const wanted: ExportPart | undefined = exporter.parts.find(
      (known) => known === (part ?? exporter.parts[0]),
    )
    if (wanted === undefined) throw new UsageError(`${exporter.label} has no part "${part}".`)
    const { signal } = context.req.raw
    let graph: Subgraph
    if (view) graph = await storedSubgraph(store, view.nodes, view.edges, signal)
    else if (cypher !== undefined) {
      const options = { mode: 'read', timeoutMs: 60_000, maxRows: 100_000, signal } as const
      const { rows, truncated } = await store.query(cypher, params, options)
      if (truncated) {
        const most = options.maxRows.toLocaleString('en')
        throw new UsageError(
          `The query gives more than ${most} rows: narrow it, or use skein export --cypher.`,
        )
      }
      graph = graphOfResult({
        rows: await withEndNodes(store, rows, { limit: Number.POSITIVE_INFINITY, signal }),
      })
    } else throw new UsageError('Say what to export: "view" or "cypher".')
    const found = exportable(graph)
    const exported = exporter.holds === 'papers' ? papersBehind(store, found, signal) : found
    const chunks: string[] = []
    for await (const chunk of exporter.write(exported)) {
      if (chunk.part === wanted) chunks.push(chunk.text)
    }
    return context.body(chunks.join(''), 200, { 'content-type': `${exporter.mediaType}; charset=utf-8` })
  })
  return routes
}
