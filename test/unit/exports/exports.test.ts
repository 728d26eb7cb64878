import { describe, expect, it } from 'vitest'
import { exportable, exporters, graphOfResult } from '../../../shared/exports/index.ts'
import type { Subgraph } from '../../../shared/graph-store/graph.ts'
import type { NodeValue, RelationshipValue } from '../../../shared/graph-store/store.ts'
import { nastyGraph, nastyTexts, unholdable, unholdableGraph } from '../../fixtures/nasty-graph.ts'
import { parsers, textsOf } from './parsed-exports.ts'

const nameOf = ({ label, id }: { label: string; id: string }) => `${label}:${id}`
/** A spreadsheet must not take a text for a formula. */
const asCell = (value: unknown) =>
  typeof value === 'string' && /^\s*[=+\-@]/.test(value) ? `'${value}` : String(value)

describe.each(exporters.filter(({ name }) => name in parsers))('$name', (exporter) => {
  const read = async (graph: Subgraph) => parsers[exporter.name]!(await textsOf(exporter, exportable(graph)))

  it('holds every node with its texts, numbers and keys as they are', async () => {
    const { nodes } = await read(nastyGraph)
    expect([...nodes.keys()].sort()).toEqual(nastyGraph.nodes.map(nameOf).sort())
    for (const node of nastyGraph.nodes) {
      const found = nodes.get(nameOf(node))!
      for (const [key, value] of Object.entries(node.properties)) {
        if (key === 'id' || Array.isArray(value)) continue
        if (exporter.name === 'csv') expect(found[key], key).toBe(asCell(value))
        // Where a key is a number in one node and text in another, its column is text.
        else if (key === 'mixed') expect(String(found[key]), key).toBe(String(value))
        else expect(found[key], key).toBe(value)
      }
    }
  })

  it('holds every relationship with its type and ends', async () => {
    const { edges } = await read(nastyGraph)
    const found = edges.map(({ ends, properties }) => `${ends} ${properties.label}`).sort()
    const expected = nastyGraph.relationships.map(
      ({ from, type, to }) => `${nameOf(from)} -> ${nameOf(to)} ${type}`,
    )
    expect(found).toEqual(expected.sort())
  })

  it('replaces what it cannot hold, and stays readable', async () => {
    const { nodes } = await read(unholdableGraph)
    const [found] = [...nodes.values()]
    expect(Object.keys(found!)).toEqual(expect.arrayContaining(Object.keys(unholdable)))
    expect(String(found!.controls)).toMatch(/^bell.* nul.* escape.*\[31m red$/)
    expect(String(found!.halves)).toMatch(/^half . and . apart$/)
  })

  it('writes a graph without anything in it', async () => {
    expect(await read({ nodes: [], relationships: [] })).toEqual({ nodes: new Map(), edges: [] })
  })
})

describe.each(exporters)('$name', (exporter) => {
  it('gives the same bytes for the same graph, however it is held', async () => {
    const backwards = <T extends { properties: object }>(items: T[]): T[] =>
      items.toReversed().map((item) => ({
        ...item,
        properties: Object.fromEntries(Object.entries(item.properties).reverse()),
      }))
    const other = {
      nodes: backwards(nastyGraph.nodes),
      relationships: backwards(nastyGraph.relationships),
    }
    const texts = await textsOf(exporter, exportable(nastyGraph))
    expect(await textsOf(exporter, exportable(other))).toEqual(texts)
    expect(Object.keys(texts)).toEqual(exporter.parts)
  })

  it('writes only text that UTF-8 can hold', async () => {
    for (const text of Object.values(await textsOf(exporter, exportable(unholdableGraph)))) {
      expect(text).not.toMatch(/\p{Cs}/u)
    }
  })
})

describe('GraphML and GEXF', () => {
  it.each(['graphml', 'gexf'])('%s has lists as JSON', async (name) => {
    const exporter = exporters.find((candidate) => candidate.name === name)!
    const { nodes } = parsers[name]!(await textsOf(exporter, exportable(nastyGraph)))
    const { properties } = nastyGraph.nodes[0]!
    const found = nodes.get(nameOf(nastyGraph.nodes[0]!))!
    for (const key of ['names', 'wholes', 'fractions', 'flags', 'none']) {
      expect(JSON.parse(String(found[key]))).toEqual(properties[key])
    }
  })
})

describe('Cypher script', () => {
  it('is one statement a line, with no text out of its quotes', async () => {
    const { main } = await textsOf(exporters.find(({ name }) => name === 'cypher')!, exportable(nastyGraph))
    const lines = main!.trimEnd().split('\n')
    expect(lines.every((line) => /^(CREATE CONSTRAINT|UNWIND) .*;$/.test(line))).toBe(true)
    const bare = main!.replace(/`(``|[^`])*`|'(\\.|[^'\\])*'/g, '')
    expect(bare).not.toMatch(/DETACH/)
    expect(main).toContain('DETACH')
  })
})

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', ' =1'])(
    'keeps %j from being a formula',
    async (title) => {
      const [paper] = nastyGraph.nodes
      const graph = { nodes: [{ ...paper!, properties: { id: paper!.id, title } }], relationships: [] }
      const { nodes } = parsers.csv!(
        await textsOf(exporters.find(({ name }) => name === 'csv')!, exportable(graph)),
      )
      expect([...nodes.values()][0]!.title).toBe(`'${title}`)
    },
  )
})

describe('graphOfResult', () => {
  const node = (id: string, label: string, key: unknown = id): NodeValue => ({
    kind: 'node',
    id,
    labels: [label],
    properties: { id: key as string, title: nastyTexts.quotes! },
  })
  const relationship = (id: string, from: string, to: string): RelationshipValue => ({
    kind: 'relationship',
    id,
    type: 'CITES',
    from,
    to,
    properties: {},
  })

  it('finds nodes and relationships in paths, lists and maps, each once', () => {
    const [a, b, c] = [node('1', 'Paper'), node('2', 'Paper'), node('3', 'Concept')]
    const graph = graphOfResult({
      rows: [
        [{ kind: 'path', nodes: [a, b], relationships: [relationship('7', '1', '2')] }],
        [[a, { deep: [c], kind: 'node' }], relationship('7', '1', '2'), relationship('8', '2', '3'), 5, null],
      ],
    })
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual(['1', '2', '3'])
    expect(graph.relationships.map(({ from, to }) => [from.id, to.id]).sort()).toEqual([
      ['1', '2'],
      ['2', '3'],
    ])
  })

  it('leaves out what is not of Skein, and relationships that lack an end', () => {
    const graph = graphOfResult({
      rows: [
        [
          node('1', 'Paper'),
          node('2', 'Person'),
          node('3', 'Paper', 5),
          relationship('7', '1', '2'),
          relationship('8', '1', '9'),
        ],
      ],
    })
    expect(graph).toMatchObject({ nodes: [{ id: '1' }], relationships: [] })
  })
})
