/** The invariants of the graph on every real store; test/unit/loading has them with many more runs in memory. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLoader } from '../../ingest/loading/index.ts'
import { recordsOf } from '../../ingest/loading/paper-properties.ts'
import { exporters } from '../../shared/exports/index.ts'
import { scanGraph } from '../../shared/graph-store/reads.ts'
import type { GraphDelta, GraphStore, NodeWrite, RelationshipWrite } from '../../shared/graph-store/store.ts'
import type { PaperRecord } from '../../shared/schema.ts'
import { stores } from '../contract/stores.ts'
import { cut, shuffled } from '../unit/loading/generated-batches.ts'
import { extractAll } from '../unit/loading/generated-papers.ts'
import { misplacedEvidence, wrongDerivations } from '../unit/loading/graph-checks.ts'

for (const { name, skip, open } of stores) {
  describe.skipIf(skip !== null)(`the graph in ${name}`, () => {
    const runs = { numRuns: name === 'embedded' ? 20 : 5, seed: 20260721, endOnFailure: true }
    let store: GraphStore
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it('is the same for another order, for other batches and the second time', async () => {
      await fc.assert(
        fc.asyncProperty(shuffled, async ({ all, order, size }) => {
          await empty(store)
          await ingest(store, [all])
          const graph = await textOf(store)
          await ingest(store, cut(order, size))
          expect(await textOf(store)).toBe(graph)
          await empty(store)
          await ingest(store, cut(order, size))
          expect(await textOf(store)).toBe(graph)
        }),
        runs,
      )
    })

    it('is exported to the same bytes', async () => {
      await fc.assert(
        fc.asyncProperty(shuffled, async ({ all, order, size }) => {
          await empty(store)
          await ingest(store, [all])
          const files = await exported(store)
          await empty(store)
          await ingest(store, cut(order, size))
          expect(await exported(store)).toEqual(files)
        }),
        runs,
      )
    })

    it('loses with a paper all that only it said', async () => {
      await fc.assert(
        fc.asyncProperty(shuffled, fc.nat(), async ({ all }, pick) => {
          await empty(store)
          await ingest(store, [all])
          const papers = (await graphOf(store)).nodes().filter(({ label }) => label === 'Paper')
          const paper = papers[pick % papers.length]
          if (!paper) return
          const loader = await openLoader(store, { version: '1' })
          await loader.remove(paper.id, extractAll)
          await loader.settle()
          const without = await textOf(store)
          const said = recordsOf(paper.properties).map(({ source }) => JSON.stringify(source))
          await empty(store)
          await ingest(store, [all.filter(({ source }) => !said.includes(JSON.stringify(source)))])
          expect(await textOf(store)).toBe(without)
        }),
        runs,
      )
    })

    it('has every sentence where its offsets say, and counts that follow from what it holds', async () => {
      await fc.assert(
        fc.asyncProperty(shuffled, async ({ all }) => {
          await empty(store)
          await ingest(store, [all])
          const graph = await graphOf(store)
          expect(misplacedEvidence(graph)).toEqual([])
          expect(wrongDerivations(graph)).toEqual([])
        }),
        runs,
      )
    })

    it('is the same when an ingest is killed at any point and run again', async () => {
      await fc.assert(
        fc.asyncProperty(shuffled, fc.nat(8), async ({ all, order, size }, changes) => {
          await empty(store)
          const killed = ingest(killedAfter(store, changes), cut(order, size))
          await killed.catch((error: Error) => expect(error.message).toBe('killed'))
          await ingest(store, cut(order, size))
          const graph = await textOf(store)
          await empty(store)
          await ingest(store, [all])
          expect(await textOf(store)).toBe(graph)
        }),
        runs,
      )
    })
  })
}

async function ingest(store: GraphStore, batches: PaperRecord[][]) {
  const loader = await openLoader(store, { version: '1' })
  for (const batch of batches) await loader.add(batch, extractAll)
  await loader.settle()
}

async function empty(store: GraphStore) {
  const { nodes } = await rows(store)
  const deleteNodes = nodes.map(({ label, id }) => ({ label, id }))
  await store.apply({ deleteRelationships: [], deleteNodes, nodes: [], relationships: [] })
}

function killedAfter(store: GraphStore, changes: number): GraphStore {
  let left = changes
  const apply = async (delta: GraphDelta) => {
    if (left-- <= 0) throw new Error('killed')
    await store.apply(delta)
  }
  return { ...store, apply }
}

async function rows(store: GraphStore): Promise<{ nodes: NodeWrite[]; relationships: RelationshipWrite[] }> {
  const scan = scanGraph(store, 'whole')
  const nodes: NodeWrite[] = []
  const relationships: RelationshipWrite[] = []
  for await (const node of scan.nodes()) {
    nodes.push({ ...node, labels: node.labels.filter((label) => label !== node.label) })
  }
  for await (const relationship of scan.relationships()) relationships.push(relationship)
  return { nodes, relationships }
}

async function graphOf(store: GraphStore) {
  const { nodes, relationships } = await rows(store)
  return { nodes: () => nodes, relationships: () => relationships }
}

async function textOf(store: GraphStore): Promise<string> {
  const { nodes, relationships } = await rows(store)
  return [...nodes, ...relationships].map((row) => JSON.stringify(row)).join('\n')
}

async function exported(store: GraphStore): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const { name, write } of exporters) {
    for await (const { part, text } of write(scanGraph(store, 'whole'))) {
      files[`${name} ${part}`] = (files[`${name} ${part}`] ?? '') + text
    }
  }
  return files
}
