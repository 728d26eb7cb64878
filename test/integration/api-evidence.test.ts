import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails, Evidence, PaperDetails } from '../../graph-ui/api/contract.ts'
import { stores } from '../contract/stores.ts'
import { resultId, resultsDelta } from '../fixtures/results.ts'
import { type RunningExplorer, serveStore } from '../setup/explorer.ts'

const concept = (name: string) => encodeURIComponent(`Concept/${resultId(name)}`)
const paper = (id: string) => encodeURIComponent(`Paper/${id}`)

for (const { name, skip, open } of stores) {
  describe.skipIf(skip !== null)(`evidence, ${name}`, () => {
    let explorer: RunningExplorer
    beforeAll(async () => {
      const store = await open()
      await store.apply(resultsDelta)
      explorer = await serveStore(store)
    })
    afterAll(async () => {
      await explorer?.close()
    })

    async function get<T>(path: string): Promise<T> {
      const response = await fetch(`${explorer.url}api/${path}`)
      expect(response.status, path).toBe(200)
      return (await response.json()) as T
    }
    const evidence = (from: string, type: string, to: string, page = '') =>
      get<Evidence>(`evidence?type=${type}&from=${concept(from)}&to=${concept(to)}${page}`)

    it('counts all papers, also where one statement is asked for', async () => {
      const counts = { papersFor: 2, papersAgainst: 0, papersReversed: 1, papersOpposed: 1, statements: 3 }
      const stances: string[] = []
      for (const offset of [0, 1, 2]) {
        const page = await evidence('Conformer', 'OUTPERFORMS', 'Jasper', `&limit=1&offset=${offset}`)
        expect(page).toMatchObject(counts)
        expect(page.items).toHaveLength(1)
        stances.push(page.items[0]!.stance)
      }
      expect(stances).toEqual(['for', 'for', 'reversed'])
      const behind = await evidence('Conformer', 'OUTPERFORMS', 'Jasper', '&offset=3')
      expect(behind).toMatchObject({ ...counts, items: [] })
    })

    it('lists what is opposed alone, with the same counts', async () => {
      const opposed = await evidence('Conformer', 'OUTPERFORMS', 'Jasper', '&only=opposed')
      expect(opposed).toMatchObject({ papersFor: 2, papersOpposed: 1, statements: 1 })
      expect(opposed.items.map(({ stance }) => stance)).toEqual(['reversed'])
    })

    it('reads the same edge from its other side', async () => {
      const other = await evidence('Jasper', 'OUTPERFORMS', 'Conformer')
      expect(other).toMatchObject({ papersFor: 1, papersReversed: 2, papersOpposed: 2 })
      expect(other.items.map(({ stance }) => stance)).toEqual(['for', 'reversed', 'reversed'])
    })

    it('takes a comparison in either direction as one', async () => {
      for (const [from, to] of [
        ['QANet', 'BiDAF'],
        ['BiDAF', 'QANet'],
      ] as const) {
        const compared = await evidence(from, 'COMPARED_WITH', to)
        expect(compared).toMatchObject({ papersFor: 1, papersOpposed: 0, statements: 1 })
      }
    })

    it('says what read a citation', async () => {
      const from = paper('arxiv:2005.0001')
      const cited = await get<Evidence>(`evidence?type=INTRODUCES&from=${from}&to=${concept('Conformer')}`)
      expect(cited).toMatchObject({ papersFor: 1, statements: 1 })
      expect(cited.items[0]).toMatchObject({ key: null, rule: null, reader: '3 accurate 0123abcd' })
    })

    it('opens each claim of a paper, with what it states and its edge', async () => {
      const { claims } = await get<PaperDetails>(`paper?key=${paper('arxiv:2005.0001')}`)
      const better = claims.find(({ predicate }) => predicate === 'OUTPERFORMS')!
      const claim = await get<ClaimDetails>(`claim?key=${encodeURIComponent(better.key)}`)
      const { key, sentence, rule, result } = better
      expect(claim).toMatchObject({ key, sentence, rule, result })
      expect(claim).toMatchObject({
        subject: { key: `Concept/${resultId('Conformer')}`, type: 'Method', name: 'Conformer' },
        object: { name: 'Jasper' },
        dataset: { key: `Concept/${resultId('LibriSpeech')}`, type: 'Dataset' },
        metric: { name: 'word error rate' },
        task: { name: 'speech recognition' },
        amount: 'by 1.05 %',
        edge: { type: 'OUTPERFORMS', papers: 2 },
      })
    })

    it('knows no edge of what is only denied', async () => {
      const { claims } = await get<PaperDetails>(`paper?key=${paper('arxiv:2106.0001')}`)
      const denied = claims.find(({ stance }) => stance === 'against')!
      const claim = await get<ClaimDetails>(`claim?key=${encodeURIComponent(denied.key)}`)
      expect(claim).toMatchObject({ stance: 'against', edge: null, amount: null, dataset: null })
    })
  })
}
