import fc from 'fast-check'
import { openLoader } from '../../../ingest/loading/index.ts'
import type { PaperRecord } from '../../../shared/schema.ts'
import { extractAll, records } from './generated-papers.ts'
import { type MemoryGraph, memoryGraph } from './memory-store.ts'

/** Records, the same in another order, and a size of batches. */
export const shuffled = records.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length }),
    size: fc.integer({ min: 1, max: all.length }),
  }),
)

export function cut<T>(items: T[], size: number): T[][] {
  const batches: T[][] = []
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size))
  return batches
}

/** Ingests into a graph in memory as one command does. */
export async function ingest(graph: MemoryGraph, batches: PaperRecord[][], version = '1'): Promise<string> {
  const loader = await openLoader(graph.store, { version, reads: graph.reads })
  for (const batch of batches) await loader.add(batch, extractAll)
  await loader.settle()
  return graph.text()
}

export function graphOf(all: PaperRecord[]): Promise<string> {
  return ingest(memoryGraph(), [all])
}
