import { type Attribute, attributeOf, attributeTable } from './attribute-table.ts'
import { displayName, type ExportChunk, type Exporter, flatten, nodeName, sortedEntries } from './exporter.ts'
import { xmlText } from './xml-text.ts'

const typeNames = { boolean: 'boolean', integer: 'long', double: 'double', string: 'string' }

/** GraphML (http://graphml.graphdrawing.org). Lists are JSON texts. */
export const graphml: Exporter = {
  name: 'graphml',
  label: 'GraphML (NetworkX, yEd, Cytoscape)',
  extension: 'graphml',
  mediaType: 'application/xml',
  parts: ['main'],
  holds: 'graph',
  async *write(graph): AsyncGenerator<ExportChunk> {
    const ofNodes = await attributeTable(graph.nodes(), 'n')
    const ofEdges = await attributeTable(graph.relationships(), 'e')
    const main = (text: string): ExportChunk => ({ part: 'main', text })
    const key = (domain: string, { id, name, type }: { id: string; name: string; type: string }) =>
      `  <key id="${id}" for="${domain}" attr.name="${xmlText(name)}" attr.type="${type}"/>\n`
    yield main('<?xml version="1.0" encoding="UTF-8"?>\n')
    yield main('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    yield main(key('node', { id: 'nodeLabels', name: 'labels', type: 'string' }))
    yield main(key('node', { id: 'nodeLabel', name: 'label', type: 'string' }))
    yield main(key('edge', { id: 'edgeLabel', name: 'label', type: 'string' }))
    for (const attribute of ofNodes.values()) yield main(key('node', declared(attribute)))
    for (const attribute of ofEdges.values()) yield main(key('edge', declared(attribute)))
    yield main('  <graph id="skein" edgedefault="directed">\n')
    for await (const node of graph.nodes()) {
      const data = [
        `<data key="nodeLabels">${xmlText(node.labels.join(' '))}</data>`,
        `<data key="nodeLabel">${xmlText(displayName(node))}</data>`,
        ...dataOf(node.properties, ofNodes),
      ]
      yield main(`    <node id="${xmlText(nodeName(node))}">${data.join('')}</node>\n`)
    }
    for await (const { type, from, to, properties } of graph.relationships()) {
      const ends = `source="${xmlText(nodeName(from))}" target="${xmlText(nodeName(to))}"`
      const data = [`<data key="edgeLabel">${xmlText(type)}</data>`, ...dataOf(properties, ofEdges)]
      yield main(`    <edge ${ends}>${data.join('')}</edge>\n`)
    }
    yield main('  </graph>\n</graphml>\n')
  },
}

function declared({ id, name, type }: Attribute) {
  // The display name and the labels have their own keys.
  const free = name === 'label' || name === 'labels' ? `property ${name}` : name
  return { id, name: free, type: typeNames[type] }
}

function dataOf(properties: Parameters<typeof sortedEntries>[0], table: Map<string, Attribute>): string[] {
  return sortedEntries(properties).map(
    ([name, value]) => `<data key="${attributeOf(table, name).id}">${xmlText(flatten(value))}</data>`,
  )
}
