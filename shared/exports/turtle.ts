import type { PropertyValue } from '../schema.ts'
import { type ExportChunk, type Exporter, nodeName, sortedEntries } from './exporter.ts'

const vocabulary = 'urn:skein:'

/**
 * RDF 1.1 Turtle. A node is `<urn:skein:Concept:Method%3Alora>` with its labels as types; a relationship is a triple,
 * and where it has properties also an rdf:Statement that carries them. Lists are RDF collections.
 */
export const turtle: Exporter = {
  name: 'turtle',
  label: 'Turtle (RDF)',
  extension: 'ttl',
  mediaType: 'text/turtle',
  parts: ['main'],
  holds: 'graph',
  async *write(graph): AsyncGenerator<ExportChunk> {
    const main = (text: string): ExportChunk => ({ part: 'main', text })
    yield main('@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n')
    yield main('@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n')
    for await (const node of graph.nodes()) {
      const types = node.labels.map((label) => term(label)).join(', ')
      yield main(`${iri(nodeName(node))} a ${types}${statements(node.properties)} .\n`)
    }
    for await (const { type, from, to, properties } of graph.relationships()) {
      const [subject, predicate, object] = [iri(nodeName(from)), term(type), iri(nodeName(to))]
      yield main(`${subject} ${predicate} ${object} .\n`)
      if (Object.keys(properties).length === 0) continue
      const reified = `rdf:subject ${subject} ; rdf:predicate ${predicate} ; rdf:object ${object}`
      yield main(`[] a rdf:Statement ; ${reified}${statements(properties)} .\n`)
    }
  },
}

function statements(properties: Record<string, PropertyValue>): string {
  return sortedEntries(properties)
    .map(([name, value]) => ` ;\n    ${term(name)} ${literal(value)}`)
    .join('')
}

/** A label, type or property name as an IRI. */
function term(name: string): string {
  return `<${vocabulary}${encode(name)}>`
}

/** `Label:id`: the label stays readable, the id is encoded. */
function iri(name: string): string {
  const colon = name.indexOf(':')
  return `<${vocabulary}${name.slice(0, colon)}:${encode(name.slice(colon + 1))}>`
}

function encode(text: string): string {
  // encodeURIComponent throws on half a surrogate pair.
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function literal(value: PropertyValue): string {
  if (Array.isArray(value)) return `( ${value.map((item) => literal(item)).join(' ')} )`
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? `"${value}"^^xsd:integer` : `"${value}"^^xsd:double`
  }
  return `"${escapeText(value)}"`
}

function escapeText(text: string): string {
  return text
    .replace(/\p{Cs}|\0/gu, '\ufffd')
    .replace(/[\\"]/g, '\\$&')
    .replace(
      /\p{Cc}/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
    )
}
