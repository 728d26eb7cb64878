/** The invariants of the graph, on a store in memory; test/integration/invariants-stores has them on real stores. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLoader } from '../../../ingest/loading/index.ts'
import { mergeRecords } from '../../../ingest/loading/merge-records.ts'
import { recordsOf } from '../../../ingest/loading/paper-properties.ts'
import { parseOverrides } from '../../../ingest/resolution/overrides.ts'
import { cut, graphOf, ingest, shuffled } from './generated-batches.ts'
import { extractAll, records } from './generated-papers.ts'
import { misplacedEvidence, wrongDerivations } from './graph-checks.ts'
import { memoryGraph } from './memory-store.ts'

const runs = { numRuns: 150, seed: 20260721 }

describe('the graph', () => {
  it('is the same for another order and other batches', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, order, size }) => {
        expect(await ingest(memoryGraph(), cut(order, size))).toBe(await graphOf(all))
      }),
      runs,
    )
  })

  it('does not change, and nothing is written, when the same is ingested twice', async () => {
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

  it('loses with a paper all that only it said', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.nat(), async ({ all }, pick) => {
        const graph = memoryGraph()
        await ingest(graph, [all])
        const papers = graph.nodes().filter(({ label }) => label === 'Paper')
        const paper = papers[pick % papers.length]
        if (!paper) return
        const said = recordsOf(paper.properties).map(({ source }) => `${source.file} ${source.place}`)
        const loader = await openLoader(graph.store, { version: '1', reads: graph.reads })
        expect(await loader.remove(paper.id, extractAll)).toEqual([paper.id])
        await loader.settle()
        const others = all.filter(({ source }) => !said.includes(`${source.file} ${source.place}`))
        expect(others).toHaveLength(all.length - said.length)
        expect(graph.text()).toBe(await graphOf(others))
      }),
      runs,
    )
  })

  it('has every sentence and span where its offsets say', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (all) => {
        const graph = memoryGraph()
        await ingest(graph, [all])
        expect(misplacedEvidence(graph)).toEqual([])
      }),
      runs,
    )
  })

  it('has counts that follow from what it holds', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ order, size }) => {
        const graph = memoryGraph()
        await ingest(graph, cut(order, size))
        expect(wrongDerivations(graph)).toEqual([])
      }),
      runs,
    )
  })

  it('is the same when an ingest is killed at any point and run again', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.nat(12), async ({ all, order, size }, changes) => {
        const killed = memoryGraph(changes)
        await ingest(killed, cut(order, size)).catch((error: Error) => expect(error.message).toBe('killed'))
        const again = memoryGraph(Number.POSITIVE_INFINITY, killed)
        expect(await ingest(again, cut(order, size))).toBe(await graphOf(all))
      }),
      runs,
    )
  })

  it('is the same when a second state of the files follows the first', async () => {
    const edited = records.chain((all) =>
      fc.record({
        all: fc.constant(all),
        abstracts: fc.array(fc.constantFrom(null, 'GPT-3 outperforms GPT-2.', 'LoRA is trained on BERT.'), {
          minLength: all.length,
          maxLength: all.length,
        }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(edited, async ({ all, abstracts }) => {
        // What is told by a given id or by its title, at a place of a file, is the same record in another state.
        const first = all.filter(({ givenId, title, abstract }) => (givenId ?? title) && (title ?? abstract))
        const second = first.map((record, index) => ({
          ...record,
          abstract: (record.title ? null : record.abstract) ?? abstracts[index] ?? record.abstract,
        }))
        const graph = memoryGraph()
        await ingest(graph, [first])
        expect(await ingest(graph, [second])).toBe(await graphOf(second))
      }),
      runs,
    )
  })

  it('is the same when overrides are taken back', async () => {
    const overrides = parseOverrides(
      JSON.stringify({
        merge: [['Method:GPT-2', 'Method:GPT-3', 'Method:LoRA']],
        split: ['Method:GAN'],
        rename: { 'Method:GPT-2': 'GPT' },
        retype: { 'Dataset:BERT': 'Method' },
      }),
      'overrides.json',
    )
    await fc.assert(
      fc.asyncProperty(records, async (all) => {
        const graph = memoryGraph()
        const loader = await openLoader(graph.store, { version: '1', overrides, reads: graph.reads })
        await loader.add(all, extractAll)
        await loader.settle()
        expect(wrongDerivations(graph)).toEqual([])
        expect(graph.nodes().some(({ id }) => id === 'Dataset:bert' || id === 'Method:gpt3')).toBe(false)
        expect(await ingest(graph, [])).toBe(await graphOf(all))
      }),
      runs,
    )
  })

  it('has the papers that merging all records at once gives', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, order, size }) => {
        const graph = memoryGraph()
        await ingest(graph, cut(order, size))
        const papers = graph.nodes().filter(({ label }) => label === 'Paper')
        const named = all.filter(({ title, abstract }) => title ?? abstract)
        expect(papers.map(({ id }) => id).sort()).toEqual(
          mergeRecords(named)
            .map(({ id }) => id)
            .sort(),
        )
      }),
      runs,
    )
  })

  it('is the same when every paper is read again by another version', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, order, size }) => {
        const graph = memoryGraph()
        await ingest(graph, [all], '1')
        expect(await ingest(graph, cut(order, size), '2')).toBe(await ingest(memoryGraph(), [all], '2'))
      }),
      runs,
    )
  })
})
