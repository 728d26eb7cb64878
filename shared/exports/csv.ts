import type { PropertyValue } from '../schema.ts'
import { attributeTable } from './attribute-table.ts'
import { displayName, type ExportChunk, type Exporter, flatten, nodeName } from './exporter.ts'

/**
 * One cell after RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, CSV Injection); numbers stay numbers. Programs that read CSV do not take a NUL.
 */
export function csvCell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  const held = value.replace(/\p{Cs}|\0/gu, '\ufffd')
  const safe = /^[\s]*[=+\-@\t\r]/.test(held) ? `'${held}` : held
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const row = (cells: (string | number | boolean)[]) => `${cells.map(csvCell).join(',')}\r\n`

/** Two tables: nodes (id, labels, label, properties) and edges (source, target, type, properties). Lists are JSON. */
export const csv: Exporter = {
  name: 'csv',
  label: 'CSV, nodes and edges (Gephi, pandas, spreadsheets)',
  extension: 'csv',
  mediaType: 'text/csv',
  parts: ['nodes', 'edges'],
  holds: 'graph',
  async *write(graph): AsyncGenerator<ExportChunk> {
    const ofNodes = [...(await attributeTable(graph.nodes(), '')).keys()].filter((name) => name !== 'id')
    const ofEdges = [...(await attributeTable(graph.relationships(), '')).keys()]
    const cells = (properties: Record<string, PropertyValue>, names: string[]) =>
      names.map((name) => (properties[name] === undefined ? '' : flatten(properties[name])))
    yield { part: 'nodes', text: row(['Id', 'Labels', 'Label', ...ofNodes]) }
    for await (const node of graph.nodes()) {
      const text = row([
        nodeName(node),
        node.labels.join(' '),
        displayName(node),
        ...cells(node.properties, ofNodes),
      ])
      yield { part: 'nodes', text }
    }
    yield { part: 'edges', text: row(['Source', 'Target', 'Type', 'Relationship', ...ofEdges]) }
    for await (const { type, from, to, properties } of graph.relationships()) {
      const text = row([nodeName(from), nodeName(to), 'Directed', type, ...cells(properties, ofEdges)])
      yield { part: 'edges', text }
    }
  },
}
