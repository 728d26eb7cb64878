import type { GraphNode, GraphRelationship } from '../graph-store/graph.ts'
import type { NodeKey } from '../graph-store/store.ts'
import type { PropertyValue } from '../schema.ts'

/** A graph that can be read more than once, in a fixed order; `scanGraph` gives one, and so do results. */
export interface ExportableGraph {
  nodes(): AsyncIterable<GraphNode>
  relationships(): AsyncIterable<GraphRelationship>
}

/** A format that is one file has the part `main` alone. */
export type ExportPart = 'main' | 'nodes' | 'edges'

export interface ExportChunk {
  part: ExportPart
  text: string
}

export interface Exporter {
  /** What `--format` takes. */
  readonly name: string
  readonly label: string
  /** Of its files, without a dot. */
  readonly extension: string
  readonly mediaType: string
  /** The files it writes, in the order in which they are written. */
  readonly parts: readonly ExportPart[]
  /** Of `papers` it writes nothing else: those behind a part of the graph belong into its file too. */
  readonly holds: 'graph' | 'papers'
  /**
   * Writes a graph in constant memory. The same graph gives the same bytes.
   * Texts of papers are escaped for the format; what it cannot hold is replaced, never passed through.
   */
  write(graph: ExportableGraph): AsyncIterable<ExportChunk>
}

/** A node's key as one string, the same in every format: `Concept:Method:lora`. */
export function nodeName({ label, id }: NodeKey): string {
  return `${label}:${id}`
}

/** What a person calls a node. */
export function displayName({ id, properties }: GraphNode): string {
  const name = properties.name ?? properties.title ?? properties.cue
  return typeof name === 'string' && name !== '' ? name : id
}

/** A property for formats that know single values only: lists become JSON. */
export function flatten(value: PropertyValue): string | number | boolean {
  return Array.isArray(value) ? JSON.stringify(value) : value
}

/** Properties in the order of their keys, so that the same graph gives the same bytes. */
export function sortedEntries(properties: Record<string, PropertyValue>): [string, PropertyValue][] {
  return Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
