/** The invariants of the graph, on a store in memory; test/integration/invariants-stores has them on real stores. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLoader } from '../../../ingest/loading/index.ts'
import type { PaperRecord } from '../../../shared/schema.ts'
import { extractAll, records } from './generated-papers.ts'
import { type MemoryGraph, memoryGraph } from './memory-store.ts'

const version = '1'

async function ingest(graph: MemoryGraph, batches: PaperRecord[][], as = version): Promise<string> {
  const loader = await openLoader(graph.store, { version: as, reads: graph.reads })
  for (const batch of batches) await loader.add(batch, extractAll)
  await loader.settle()
  return graph.text()
}

const graphOf = (batches: PaperRecord[][]) => ingest(memoryGraph(), batches)

/** Records with another order of them, cut into batches. */
const shuffled = records.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length }),
    size: fc.integer({ min: 1, max: all.length }),
  }),
)

function cut<T>(items: T[], size: number): T[][] {
  const batches: T[][] = []
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size))
  return batches
}

const runs = { numRuns: 300, seed: 20260721 }

describe('the graph', () => {
  it('is the same for another order and other batches', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, order, size }) => {
        expect(await graphOf(cut(order, size))).toBe(await graphOf([all]))
      }),
      runs,
    )
  })

  it('does not change when the same is ingested twice', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, order, size }) => {
        const graph = memoryGraph()
        const once = await ingest(graph, [all])
        const changes = graph.applied()
        expect(await ingest(graph, cut(order, size))).toBe(once)
        expect(graph.applied()).toBe(changes)
      }),
      runs,
    )
  })
})
