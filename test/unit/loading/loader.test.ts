import { describe, expect, it } from 'vitest'
import { openLoader } from '../../../ingest/loading/index.ts'
import type { PaperRecord } from '../../../shared/schema.ts'
import { extractAll } from './generated-papers.ts'
import { memoryGraph } from './memory-store.ts'

function record(place: number, fields: Partial<PaperRecord> = {}): PaperRecord {
  return {
    givenId: null,
    title: 'On LoRA',
    abstract: null,
    year: null,
    venue: null,
    authors: [],
    url: null,
    identifiers: [],
    references: [],
    source: { file: 'a.jsonl', place: `line ${place}` },
    ...fields,
  }
}

const open = (graph = memoryGraph()) => openLoader(graph.store, { version: '1', reads: graph.reads })

function paperIds(graph: ReturnType<typeof memoryGraph>): string[] {
  return graph
    .nodes()
    .filter(({ label }) => label === 'Paper')
    .map(({ id }) => id)
    .sort()
}

describe('a loader', () => {
  it('keeps 10,000 papers of one title and different abstracts', async () => {
    const graph = memoryGraph()
    const loader = await open(graph)
    const all = Array.from({ length: 10_000 }, (_, i) => record(i + 1, { abstract: `LoRA of rank ${i}.` }))
    for (let at = 0; at < all.length; at += 2_500) await loader.add(all.slice(at, at + 2_500), extractAll)
    await loader.settle()
    expect(paperIds(graph)).toHaveLength(10_000)
    const { addedIds, ...counts } = loader.summary()
    // The first of them, for those who want to see what is new.
    expect(addedIds).toHaveLength(500)
    expect(counts).toEqual({
      papers: 10_000,
      withoutAbstract: 0,
      added: 10_000,
      updated: 0,
      unchanged: 0,
      addedConcepts: 1,
      addedConceptIds: ['Method:lora'],
    })
    expect(graph.nodes().find(({ id }) => id === 'Method:lora')?.properties.papers).toBe(10_000)
  })

  it('keeps both texts of an id that is used twice, and says so', async () => {
    const graph = memoryGraph()
    const loader = await open(graph)
    const all = [record(1, { givenId: 'x', title: 'One' }), record(2, { givenId: 'x', title: 'Two' })]
    const { problems, added } = await loader.add(all, extractAll)
    expect(added).toBe(2)
    const [first, second] = paperIds(graph)
    expect(first).toBe('a.jsonl#x')
    expect(problems).toEqual([
      {
        source: { file: 'a.jsonl', place: 'line 2' },
        reason: `the id "x" stands for another text at line 1; both are kept, this one as ${second}`,
      },
    ])
  })

  it('leaves out what has neither title nor abstract, and says so', async () => {
    const loader = await open()
    const { problems, added } = await loader.add([record(3, { title: ' ' })], extractAll)
    expect(added).toBe(0)
    expect(problems).toEqual([
      { source: { file: 'a.jsonl', place: 'line 3' }, reason: 'neither title nor abstract; left out' },
    ])
  })

  it('counts', async () => {
    const graph = memoryGraph()
    const first = await open(graph)
    const doi = { identifiers: ['doi:10.1/x'] }
    expect(await first.add([record(1, doi), record(2, doi), record(3)], extractAll)).toMatchObject({
      added: 2,
      merged: 1,
    })
    await first.settle()
    const second = await open(graph)
    const again = [record(1, doi), record(3), record(4, { ...doi, year: 2020 })]
    expect(await second.add(again, extractAll)).toMatchObject({
      added: 0,
      updated: 1,
      unchanged: 1,
      merged: 1,
    })
    expect(second.summary()).toEqual({
      papers: 2,
      withoutAbstract: 2,
      added: 0,
      updated: 1,
      unchanged: 1,
      addedIds: [],
      addedConcepts: 0,
      addedConceptIds: [],
    })
  })

  it('extracts only what is new', async () => {
    const graph = memoryGraph()
    const first = await open(graph)
    await first.add([record(1, { abstract: 'BERT.' })], extractAll)
    const texts: (string | null)[] = []
    const second = await open(graph)
    const changed = [record(1, { abstract: 'BERT.', year: 2020 }), record(2, { abstract: 'GAN.' })]
    await second.add(changed, (papers) => {
      texts.push(...papers.map(({ abstract }) => abstract))
      return extractAll(papers)
    })
    expect(texts).toEqual(['GAN.'])
  })

  it('replaces a record whose file was edited, and keeps what was read from elsewhere', async () => {
    const graph = memoryGraph()
    const first = await open(graph)
    await first.add(
      [
        record(1, { givenId: 'x', title: 'Draft' }),
        record(2, { title: 'Untold', abstract: 'BERT.' }),
        record(3, { givenId: 'x', title: 'Elsewhere', source: { file: 'b/a.jsonl', place: 'line 1' } }),
        record(4, { givenId: 'y', title: 'Stream', source: { file: '-', place: 'line 1' } }),
      ],
      extractAll,
    )
    await first.settle()
    const second = await open(graph)
    await second.add(
      [
        record(1, { givenId: 'x', title: 'Final' }),
        record(2, { title: 'Inserted', abstract: 'GAN.' }),
        record(3, { title: 'Untold', abstract: 'BERT.' }),
        record(4, { givenId: 'y', title: 'Another stream', source: { file: '-', place: 'line 1' } }),
      ],
      extractAll,
    )
    await second.settle()
    const papers = graph.nodes().filter(({ label }) => label === 'Paper')
    expect(papers.map(({ properties }) => `${properties.title}, ${properties.sources}`).sort()).toEqual([
      'Another stream, -: line 1',
      'Elsewhere, b/a.jsonl: line 1',
      'Final, a.jsonl: line 1',
      'Inserted, a.jsonl: line 2',
      'Stream, -: line 1',
      'Untold, a.jsonl: line 3',
    ])
  })

  it('takes a paper out by its id, by an identifier or by its given id', async () => {
    for (const id of ['doi:10.1/x', 'arxiv:1.1', 'a.jsonl#x']) {
      const graph = memoryGraph()
      const loader = await open(graph)
      await loader.add([record(1, { givenId: 'x', identifiers: ['arxiv:1.1', 'doi:10.1/x'] })], extractAll)
      expect(await loader.remove('a.jsonl#nothing', extractAll)).toEqual([])
      expect(await loader.remove(id, extractAll)).toEqual(['doi:10.1/x'])
      await loader.settle()
      expect(graph.text()).toBe('')
    }
  })

  it('cites again what was taken out and came back', async () => {
    const graph = memoryGraph()
    const loader = await open(graph)
    const cited = record(1, { identifiers: ['doi:10.1/a'] })
    const citing = record(2, { title: 'GAN', references: ['doi:10.1/a'] })
    await loader.add([cited, citing], extractAll)
    await loader.settle()
    const before = graph.text()
    expect(before).toContain('CITES Paper text')
    await loader.remove('doi:10.1/a', extractAll)
    await loader.add([cited], extractAll)
    await loader.settle()
    expect(graph.text()).toBe(before)
  })

  it('goes on in a graph in which somebody took out what a claim is about', async () => {
    const graph = memoryGraph()
    const first = await open(graph)
    await first.add([record(1, { abstract: 'BERT outperforms GAN.' })], extractAll)
    await first.settle()
    expect(graph.relationships().map(({ type }) => type)).toContain('OUTPERFORMS')
    const cited = graph
      .relationships()
      .filter(({ from, to }) => from.label === 'Paper' && to.id.endsWith('gan'))
    expect(cited.length).toBeGreaterThan(0)
    await graph.store.apply({ deleteRelationships: cited, deleteNodes: [], nodes: [], relationships: [] })
    const second = await open(graph)
    expect(await second.add([record(2, { title: 'On BERT' })], extractAll)).toMatchObject({ added: 1 })
    await second.settle()
    expect(graph.relationships().map(({ type }) => type)).not.toContain('OUTPERFORMS')
  })

  it('refuses to go on after a failure', async () => {
    const graph = memoryGraph(0)
    const loader = await open(graph)
    await loader.add([record(1)], extractAll)
    await expect(loader.settle()).rejects.toThrow('killed')
    await expect(loader.settle()).rejects.toThrow('open a new one')
  })

  it('keeps texts that no file can hold: halves of surrogate pairs are replaced', async () => {
    const graph = memoryGraph()
    const loader = await open(graph)
    const odd = record(1, { title: 'Half \ud83d and whole \u{1f600}', abstract: 'BERT.' })
    await loader.add([odd], extractAll)
    expect(graph.nodes().find(({ label }) => label === 'Paper')?.properties.title).toBe(
      'Half \ufffd and whole \u{1f600}',
    )
    expect(await loader.add([odd], extractAll)).toMatchObject({ unchanged: 1, updated: 0, added: 0 })
  })
})
