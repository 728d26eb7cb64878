/** Reads each format back with a parser that is not ours, into one form. */
import { parse as parseCsv } from 'csv-parse/sync'
import { MultiDirectedGraph } from 'graphology'
import type { SerializedGraph } from 'graphology-types'
import { type Quad, Parser as TurtleParser } from 'n3'
import { SaxesParser } from 'saxes'
import type { ExportableGraph, Exporter } from '../../../shared/exports/index.ts'

export interface ParsedGraph {
  nodes: Map<string, Record<string, unknown>>
  /** `from TYPE to`, in the order of the file. */
  edges: { ends: string; properties: Record<string, unknown> }[]
}

export async function textsOf(exporter: Exporter, graph: ExportableGraph): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for await (const { part, text } of exporter.write(graph)) texts[part] = (texts[part] ?? '') + text
  return texts
}

export const parsers: Record<string, (texts: Record<string, string>) => ParsedGraph> = {
  graphml: ({ main }) => parseXml(main!),
  gexf: ({ main }) => parseXml(main!),
  graphology: ({ main }) => parseGraphology(main!),
  json: ({ main }) => parseNodeLink(main!),
  csv: ({ nodes, edges }) => parseTables(nodes!, edges!),
  turtle: ({ main }) => parseTurtle(main!),
}

/** GraphML and GEXF differ in the names of elements and attributes only. */
function parseXml(text: string): ParsedGraph {
  const names = new Map<string, { name: string; type: string }>()
  const parsed: ParsedGraph = { nodes: new Map(), edges: [] }
  let domain = ''
  let properties: Record<string, unknown> = {}
  let dataKey: string | null = null
  let data = ''
  const put = (key: string, value: string) => {
    const { name, type } = names.get(key)!
    properties[name] = type === 'string' ? value : type === 'boolean' ? value === 'true' : Number(value)
  }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const attribute = (key: string) => String(attributes[key])
    if (name === 'key') {
      const type = attribute('attr.type')
      names.set(attribute('id'), { name: attribute('attr.name'), type })
    } else if (name === 'attributes') domain = attribute('class')
    else if (name === 'attribute') {
      names.set(`${domain} ${attribute('id')}`, { name: attribute('title'), type: attribute('type') })
    } else if (name === 'node') {
      properties = attributes.label === undefined ? {} : { label: attribute('label') }
      parsed.nodes.set(attribute('id'), properties)
      domain = 'node'
    } else if (name === 'edge') {
      properties = attributes.label === undefined ? {} : { label: attribute('label') }
      parsed.edges.push({ ends: `${attribute('source')} -> ${attribute('target')}`, properties })
      domain = 'edge'
    } else if (name === 'attvalue') put(`${domain} ${attribute('for')}`, attribute('value'))
    else if (name === 'data') {
      dataKey = attribute('key')
      data = ''
    }
  })
  parser.on('text', (chunk) => {
    data += chunk
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'data' && dataKey !== null) put(dataKey, data)
  })
  parser.write(text).close()
  return parsed
}

function parseGraphology(text: string): ParsedGraph {
  const graph = MultiDirectedGraph.from(JSON.parse(text) as SerializedGraph)
  return {
    nodes: new Map(
      graph.mapNodes((key, { label, labels, properties }) => [key, { ...properties, label, labels }]),
    ),
    edges: graph.mapEdges((_, { label, properties }, source, target) => ({
      ends: `${source} -> ${target}`,
      properties: { ...properties, label },
    })),
  }
}

function parseNodeLink(text: string): ParsedGraph {
  const { nodes, links } = JSON.parse(text) as {
    nodes: { id: string }[]
    links: { source: string; target: string; type: string }[]
  }
  return {
    nodes: new Map(nodes.map((node) => [node.id, { ...node }])),
    edges: links.map(({ source, target, type, ...properties }) => ({
      ends: `${source} -> ${target}`,
      properties: { ...properties, label: type },
    })),
  }
}

function parseTables(nodes: string, edges: string): ParsedGraph {
  const rows = (text: string) => parseCsv(text, { columns: true }) as Record<string, string>[]
  return {
    nodes: new Map(rows(nodes).map((row) => [row.Id!, { ...row, label: row.Label }])),
    edges: rows(edges).map((row) => ({
      ends: `${row.Source} -> ${row.Target}`,
      properties: { ...row, label: row.Relationship },
    })),
  }
}

/** Only what is said of nodes, and the triples between them. */
function parseTurtle(text: string): ParsedGraph {
  const parsed: ParsedGraph = { nodes: new Map(), edges: [] }
  const nameOf = (iri: string) => decodeURIComponent(iri.replace('urn:skein:', ''))
  const quads: Quad[] = new TurtleParser({ format: 'text/turtle' }).parse(text)
  const isNode = (value: string) => /^urn:skein:(Paper|Concept|Claim):/.test(value)
  for (const { subject, predicate, object } of quads) {
    if (!isNode(subject.value)) continue
    const properties = parsed.nodes.get(nameOf(subject.value)) ?? {}
    parsed.nodes.set(nameOf(subject.value), properties)
    if (object.termType === 'NamedNode' && isNode(object.value)) {
      parsed.edges.push({
        ends: `${nameOf(subject.value)} -> ${nameOf(object.value)}`,
        properties: { label: nameOf(predicate.value) },
      })
    } else if (object.termType === 'Literal') {
      const type = object.datatype.value.replace(/.*#/, '')
      properties[nameOf(predicate.value)] =
        type === 'string' ? object.value : type === 'boolean' ? object.value === 'true' : Number(object.value)
    }
  }
  return parsed
}
