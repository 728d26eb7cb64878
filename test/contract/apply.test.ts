import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scanGraph } from '../../shared/graph-store/reads.ts'
import type { GraphDelta, GraphStore, NodeWrite, RelationshipWrite } from '../../shared/graph-store/store.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { graphDeltas, modelOf } from './graph-model.ts'
import { stores } from './stores.ts'

const none: GraphDelta = { deleteRelationships: [], deleteNodes: [], nodes: [], relationships: [] }
const read = { mode: 'read', timeoutMs: 20_000, maxRows: 1000, signal: null } as const
const write = { ...read, mode: 'write' } as const

const lora: NodeWrite = {
  label: 'Concept',
  id: 'Method:x',
  labels: ['Method'],
  properties: { name: 'X', papers: 1 },
}
const paper: NodeWrite = { label: 'Paper', id: 'x', labels: [], properties: { title: 'T', year: 2020 } }
const cites: RelationshipWrite = {
  type: 'CITES',
  from: paper,
  to: lora,
  properties: { intent: 'uses', starts: [1, 2] },
}

async function everything(store: GraphStore) {
  const { nodes, relationships } = scanGraph(store, 'whole')
  return { nodes: await all(nodes()), relationships: await all(relationships()) }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe.each(stores)('changes on $name', ({ skip, open }) => {
  let store: GraphStore
  beforeAll(async () => {
    if (skip === null) store = await open()
  })
  beforeEach(async () => {
    if (skip === null) await store.query('MATCH (n) DETACH DELETE n', {}, write)
  })
  afterAll(() => store?.close())

  describe.skipIf(skip !== null)('apply', () => {
    it('writes nodes and relationships as given, again without a change', async () => {
      await store.apply(fixtureGraph)
      const once = await everything(store)
      expect(once).toEqual(modelOf([fixtureGraph]))
      await store.apply(fixtureGraph)
      expect(await everything(store)).toEqual(once)
    })
    it('does nothing for an empty delta', async () => {
      await store.apply(none)
      expect(await everything(store)).toEqual({ nodes: [], relationships: [] })
    })
    it('replaces labels and properties', async () => {
      await store.apply({ ...none, nodes: [paper, lora], relationships: [cites] })
      const node = { ...lora, labels: ['Task'], properties: { name: 'Y', aliases: ['Z'] } }
      const relationship = { ...cites, properties: { confidence: 0.5 } }
      await store.apply({ ...none, nodes: [node], relationships: [relationship] })
      expect(await everything(store)).toEqual(
        modelOf([{ ...none, nodes: [paper, node], relationships: [relationship] }]),
      )
    })
    it('keeps one relationship of a type between two nodes in one direction', async () => {
      await store.apply({ ...none, nodes: [paper, lora], relationships: [cites, cites] })
      await store.apply({ ...none, relationships: [cites, { ...cites, type: 'INTRODUCES' }] })
      expect((await everything(store)).relationships.map(({ type }) => type)).toEqual(['CITES', 'INTRODUCES'])
    })
    it('deletes before it writes, and what hangs on a deleted node with it', async () => {
      await store.apply({ ...none, nodes: [paper, lora], relationships: [cites] })
      await store.apply({ ...none, deleteNodes: [lora], nodes: [{ ...lora, properties: { name: 'new' } }] })
      const { nodes, relationships } = await everything(store)
      expect(nodes.find(({ label }) => label === 'Concept')?.properties).toEqual({
        id: 'Method:x',
        name: 'new',
      })
      expect(relationships).toEqual([])
    })
    it('deletes what is not there without an error', async () => {
      await store.apply({ ...none, deleteNodes: [lora], deleteRelationships: [cites] })
      expect(await everything(store)).toEqual({ nodes: [], relationships: [] })
    })
    it('writes no relationship to a node that is not there', async () => {
      await store.apply({ ...none, nodes: [paper], relationships: [cites] })
      expect((await everything(store)).relationships).toEqual([])
    })
    it('keeps every kind of property', async () => {
      const properties = {
        text: 'quote \' " ` backslash \\ line\nbreak, emoji 🧠, $id {x} // no',
        empty: '',
        whole: -42,
        large: 9_007_199_254_740_991,
        fraction: 0.1,
        yes: true,
        texts: ["'; MATCH (n) DETACH DELETE n //", ''],
        wholes: [1, -2],
        fractions: [0.5, 1.25],
        flags: [true, false],
        nothing: [] as string[],
      }
      await store.apply({ ...none, nodes: [{ ...paper, id: "o'x", properties }] })
      expect((await everything(store)).nodes[0]).toMatchObject({
        id: "o'x",
        properties: { ...properties, id: "o'x" },
      })
    })
    it('takes a large change at once', { timeout: 120_000 }, async () => {
      const ids = Array.from({ length: 12_000 }, (_, i) => `n${i}`)
      const nodes = ids.map((id) => ({ label: 'Paper' as const, id, labels: [], properties: { title: id } }))
      const relationships = ids.slice(1).map((id, i) => ({
        type: 'CITES' as const,
        from: { label: 'Paper' as const, id: `n${i}` },
        to: { label: 'Paper' as const, id },
        properties: {},
      }))
      await store.apply({ ...none, nodes, relationships })
      expect(await store.schema()).toMatchObject({
        labels: [{ label: 'Paper', count: 12_000 }],
        relationshipTypes: [{ type: 'CITES', count: 11_999 }],
      })
      await store.apply({ ...none, deleteNodes: nodes })
      expect((await store.schema()).labels).toEqual([])
    })
    it('leads to the same graph as its definition, for any changes', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(graphDeltas, { minLength: 1, maxLength: 5 }), async (deltas) => {
          await store.query('MATCH (n) DETACH DELETE n', {}, write)
          for (const delta of deltas) await store.apply(delta)
          expect(await everything(store)).toEqual(modelOf(deltas))
        }),
        { numRuns: 25, seed: 7 },
      )
    })
  })

  describe.skipIf(skip !== null)('schema', () => {
    it('counts labels and types, sorted, and leaves out what is gone', async () => {
      await store.apply(fixtureGraph)
      await store.apply({ ...none, deleteNodes: [{ label: 'Concept', id: 'Task:qa' }] })
      const { labels, relationshipTypes, propertyKeys } = await store.schema()
      expect(labels).toEqual([
        { label: 'Claim', count: 4 },
        { label: 'Concept', count: 6 },
        { label: 'Dataset', count: 2 },
        { label: 'Method', count: 3 },
        { label: 'Metric', count: 1 },
        { label: 'Paper', count: 4 },
      ])
      expect(relationshipTypes).toContainEqual({ type: 'CITES', count: 11 })
      expect(relationshipTypes.map(({ type }) => type)).not.toContain('BENCHMARK_FOR')
      expect(propertyKeys).toEqual(expect.arrayContaining(['aliases', 'confidence', 'id', 'title']))
      expect(propertyKeys).toEqual(propertyKeys.toSorted())
    })
    it('can be ensured again', async () => {
      await store.ensureSchema()
      await store.ensureSchema()
    })
  })
})
