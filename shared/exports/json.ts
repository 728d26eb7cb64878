/** The two JSON formats; one node or edge a line, so that they are written as a stream and compared by line. */
import {
  displayName,
  type ExportableGraph,
  type ExportChunk,
  type Exporter,
  nodeName,
  sortedEntries,
} from './exporter.ts'

interface JsonLayout {
  before: string
  node: (node: { name: string; display: string; labels: string[]; properties: object }) => object
  between: string
  edge: (edge: { number: number; type: string; from: string; to: string; properties: object }) => object
  after: string
}

async function* writeJson(graph: ExportableGraph, layout: JsonLayout): AsyncGenerator<ExportChunk> {
  const main = (text: string): ExportChunk => ({ part: 'main', text })
  yield main(layout.before)
  let separator = '\n'
  for await (const node of graph.nodes()) {
    const { labels } = node
    const properties = Object.fromEntries(sortedEntries(node.properties))
    const line = layout.node({ name: nodeName(node), display: displayName(node), labels, properties })
    yield main(`${separator}${JSON.stringify(line)}`)
    separator = ',\n'
  }
  yield main(layout.between)
  separator = '\n'
  let number = 0
  for await (const relationship of graph.relationships()) {
    const { type, from, to } = relationship
    const properties = Object.fromEntries(sortedEntries(relationship.properties))
    const edge = layout.edge({ number: number++, type, from: nodeName(from), to: nodeName(to), properties })
    yield main(`${separator}${JSON.stringify(edge)}`)
    separator = ',\n'
  }
  yield main(layout.after)
}

/** What `Graph.from` of graphology takes (https://graphology.github.io/serialization). */
export const graphology: Exporter = {
  name: 'graphology',
  label: 'graphology JSON (sigma, Gephi Lite)',
  extension: 'json',
  mediaType: 'application/json',
  parts: ['main'],
  holds: 'graph',
  write: (graph) =>
    writeJson(graph, {
      before: '{"attributes":{},"options":{"type":"directed","multi":true,"allowSelfLoops":true},"nodes":[',
      node: ({ name, display, labels, properties }) => ({
        key: name,
        attributes: { label: display, labels, properties },
      }),
      between: '\n],"edges":[',
      edge: ({ number, type, from, to, properties }) => ({
        key: String(number),
        source: from,
        target: to,
        attributes: { type: 'arrow', label: type, properties },
      }),
      after: '\n]}\n',
    }),
}

/**
 * What D3 and `networkx.node_link_graph` take, the latter from NetworkX 3.6 on with `edges="links"`.
 * The node's own `id` is part of its name here, `label:id`.
 */
export const nodeLink: Exporter = {
  name: 'json',
  label: 'node-link JSON (NetworkX, D3)',
  extension: 'json',
  mediaType: 'application/json',
  parts: ['main'],
  holds: 'graph',
  write: (graph) =>
    writeJson(graph, {
      before: '{"directed":true,"multigraph":true,"graph":{},"nodes":[',
      node: ({ name, display, labels, properties }) => ({ ...properties, id: name, label: display, labels }),
      between: '\n],"links":[',
      edge: ({ type, from, to, properties }) => ({
        ...properties,
        source: from,
        target: to,
        key: type,
        type,
      }),
      after: '\n]}\n',
    }),
}
