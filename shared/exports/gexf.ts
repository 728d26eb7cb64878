import { type Attribute, attributeOf, attributeTable } from './attribute-table.ts'
import { displayName, type ExportChunk, type Exporter, flatten, nodeName, sortedEntries } from './exporter.ts'
import { xmlText } from './xml-text.ts'

const typeNames = { boolean: 'boolean', integer: 'long', double: 'double', string: 'string' }

/** GEXF 1.2draft (https://gexf.net), the version that Gephi and NetworkX both read. Lists are JSON texts. */
export const gexf: Exporter = {
  name: 'gexf',
  label: 'GEXF 1.2 (Gephi, NetworkX)',
  extension: 'gexf',
  mediaType: 'application/xml',
  parts: ['main'],
  holds: 'graph',
  async *write(graph): AsyncGenerator<ExportChunk> {
    const ofNodes = await attributeTable(graph.nodes(), 'n')
    const ofEdges = await attributeTable(graph.relationships(), 'e')
    const main = (text: string): ExportChunk => ({ part: 'main', text })
    yield main('<?xml version="1.0" encoding="UTF-8"?>\n')
    yield main('<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n')
    yield main('  <graph defaultedgetype="directed" mode="static">\n')
    yield main(declarations('node', [{ id: 'labels', name: 'labels', type: 'string' }, ...ofNodes.values()]))
    yield main(
      declarations('edge', [{ id: 'type', name: 'relationship', type: 'string' }, ...ofEdges.values()]),
    )
    yield main('    <nodes>\n')
    for await (const node of graph.nodes()) {
      const values = [attvalue('labels', node.labels.join(' ')), ...attvalues(node.properties, ofNodes)]
      const start = `<node id="${xmlText(nodeName(node))}" label="${xmlText(displayName(node))}">`
      yield main(`      ${start}<attvalues>${values.join('')}</attvalues></node>\n`)
    }
    yield main('    </nodes>\n    <edges>\n')
    let id = 0
    for await (const { type, from, to, properties } of graph.relationships()) {
      const values = [attvalue('type', type), ...attvalues(properties, ofEdges)]
      const ends = `source="${xmlText(nodeName(from))}" target="${xmlText(nodeName(to))}"`
      const start = `<edge id="${id++}" ${ends} label="${xmlText(type)}">`
      yield main(`      ${start}<attvalues>${values.join('')}</attvalues></edge>\n`)
    }
    yield main('    </edges>\n  </graph>\n</gexf>\n')
  },
}

function declarations(domain: string, attributes: Attribute[]): string {
  const lines = attributes.map(
    ({ id, name, type }) =>
      `      <attribute id="${id}" title="${xmlText(name)}" type="${typeNames[type]}"/>\n`,
  )
  return `    <attributes class="${domain}">\n${lines.join('')}    </attributes>\n`
}

function attvalue(id: string, value: string | number | boolean): string {
  return `<attvalue for="${id}" value="${xmlText(value)}"/>`
}

function attvalues(properties: Parameters<typeof sortedEntries>[0], table: Map<string, Attribute>): string[] {
  return sortedEntries(properties).map(([name, value]) =>
    attvalue(attributeOf(table, name).id, flatten(value)),
  )
}
