import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type {
  ClaimStatement,
  Comparison,
  Contradictions,
  Leaderboard,
  Leaderboards,
} from '../../graph-ui/api/contract.ts'
import { stores } from '../contract/stores.ts'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { resultId, resultsDelta } from '../fixtures/results.ts'
import { type RunningExplorer, serveStore } from '../setup/explorer.ts'

const field = (name: string) => `Concept/${conceptId(name)}`
const result = (name: string) => `Concept/${resultId(name)}`

for (const { name, skip, open } of stores) {
  describe.skipIf(skip !== null)(`comparisons, contradictions and leaderboards, ${name}`, () => {
    let explorer: RunningExplorer
    beforeAll(async () => {
      const store = await open()
      await store.apply(fieldDelta)
      await store.apply(resultsDelta)
      explorer = await serveStore(store)
    })
    afterAll(async () => {
      await explorer?.close()
    })

    async function get<T>(path: string, query: Record<string, string> | [string, string][] = {}): Promise<T> {
      const response = await fetch(`${explorer.url}api/${path}?${new URLSearchParams(query)}`)
      expect(response.status, path).toBe(200)
      return (await response.json()) as T
    }

    const askToCompare = (body: unknown) =>
      fetch(`${explorer.url}api/compare`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })

    async function compare(keys: string[]): Promise<Comparison> {
      const response = await askToCompare({ keys })
      expect(response.status).toBe(200)
      return (await response.json()) as Comparison
    }

    function marked({ sentence: { text, marks } }: ClaimStatement, role: string): string[] {
      return marks.filter((mark) => mark.role === role).map(({ start, end }) => text.slice(start, end))
    }

    it('puts methods side by side, what they share first', async () => {
      const { concepts, groups } = await compare([field('ResNet'), field('VGG'), field('BERT')])
      expect(concepts.map(({ name, papers, firstYear }) => [name, papers, firstYear])).toEqual([
        ['ResNet', 3, 2015],
        ['VGG', 3, 2014],
        ['BERT', 1, 2018],
      ])
      expect(concepts[0]!.introducedBy.map(({ title }) => title)).toEqual(['Residual Learning of Images'])
      const one = { papers: 1, against: 0 }
      expect(
        groups.map(({ relation, total, rows }) => [
          relation,
          total,
          rows.map(({ other, cells }) => [other.name, ...cells]),
        ]),
      ).toEqual([
        [
          'EVALUATED_ON',
          3,
          [
            ['ImageNet', one, one, null],
            ['CIFAR-10', one, null, null],
            ['GLUE', null, null, one],
          ],
        ],
        [
          'USED_FOR',
          2,
          [
            ['image classification', one, null, null],
            ['language understanding', null, null, one],
          ],
        ],
      ])
    })

    it('says who is claimed to outperform whom, by how much, and who denies it', async () => {
      const { duels } = await compare([field('VGG'), field('ResNet')])
      expect(
        duels.map(({ winner, loser, papersFor, papersAgainst, papersReversed }) => [
          ...[winner, loser, papersFor, papersAgainst, papersReversed],
        ]),
      ).toEqual([
        [field('VGG'), field('ResNet'), 0, 0, 2],
        [field('ResNet'), field('VGG'), 2, 1, 0],
      ])
      expect(duels[1]!.statements.map(({ stance }) => stance)).toEqual(['for', 'for', 'against'])

      const speech = await compare([result('Jasper'), result('Conformer'), result('RNN-T')])
      const [reversed, won] = speech.duels
      expect([reversed!.winner, reversed!.papersFor, reversed!.papersReversed]).toEqual([
        result('Jasper'),
        1,
        2,
      ])
      expect([won!.papersFor, won!.papersAgainst, won!.papersReversed, won!.total]).toEqual([2, 0, 1, 2])
      const [stated] = won!.statements
      expect(stated).toMatchObject({
        value: 1.05,
        written: '1.05',
        unit: '%',
        valueKind: 'difference',
        dataset: { key: result('LibriSpeech'), name: 'LibriSpeech', type: 'Dataset' },
        metric: { name: 'word error rate' },
        task: { name: 'speech recognition' },
      })
      expect([marked(stated!, 'subject'), marked(stated!, 'value')]).toEqual([['Conformer'], ['1.05']])
      expect(stated!.key).toMatch(/^Claim\//)
    })

    it('asks the store as often for many methods as for two', async () => {
      // What the server reads ahead is read by then.
      await Promise.all(['search', 'contradictions', 'leaderboards'].map((path) => get(path, { q: 'x' })))
      const query = vi.spyOn(explorer.store, 'query')
      const queriesFor = async (keys: string[]) => {
        query.mockClear()
        await compare(keys)
        return query.mock.calls.length
      }
      const two = await queriesFor([field('ResNet'), field('VGG')])
      const speech = ['Conformer', 'Jasper', 'RNN-T', 'DeepSpeech'].map(result)
      expect(await queriesFor([field('ResNet'), field('VGG'), ...speech])).toBe(two)
      query.mockRestore()
    })

    it('lists the pairs on which papers disagree, those with more on both sides first', async () => {
      const { pairs, total } = await get<Contradictions>('contradictions')
      expect(total).toBe(2)
      expect(
        pairs.map(({ sides, papers, firstYear, lastYear }) => [
          sides.map(({ concept, ahead, notBehind, papers: own }) => [concept.name, ahead, notBehind, own]),
          ...[papers, firstYear, lastYear],
        ]),
      ).toEqual([
        [
          [
            ...[
              ['Conformer', 2, 0, 2],
              ['Jasper', 1, 0, 1],
            ],
          ],
          3,
          2020,
          2021,
        ],
        [
          [
            ...[
              ['ResNet', 2, 0, 2],
              ['VGG', 0, 1, 1],
            ],
          ],
          3,
          2015,
          2017,
        ],
      ])
      const [ahead, behind] = pairs[1]!.sides
      expect(ahead.example).toMatchObject({ stance: 'for' })
      expect(behind.example).toMatchObject({ stance: 'against', paper: { title: 'A Second Look' } })
    })

    it('gives contradictions in parts', async () => {
      const all = await get<Contradictions>('contradictions')
      const second = await get<Contradictions>('contradictions', { limit: '1', offset: '1' })
      expect(second).toEqual({ pairs: [all.pairs[1]], total: 2 })
      expect((await get<Contradictions>('contradictions', { offset: '9' })).pairs).toEqual([])
    })

    it('ranks by what is better for the metric, keeps every paper, and no difference stands among scores', async () => {
      const { dataset, boards } = await get<Leaderboard>('leaderboard', { dataset: result('LibriSpeech') })
      expect(dataset).toEqual({ key: result('LibriSpeech'), type: 'Dataset', name: 'LibriSpeech' })
      expect(boards.map(({ metric, unit, kind, better }) => [metric, unit, kind, better])).toEqual([
        ['word error rate', '%', 'score', 'lower'],
        ['word error rate', '%', 'difference', null],
      ])
      const rows = boards[0]!.scores.map(({ method, statement }) => [
        ...[method.name, statement.value, statement.paper.year],
      ])
      expect(rows).toEqual([
        ['Conformer', 1.9, 2020],
        ['Conformer', 2.1, 2021],
        ['Jasper', 2.95, 2019],
        ['Jasper', 3.1, 2021],
        ['DeepSpeech', 5.3, 2019],
      ])
      expect(boards[0]!.scores.map(({ statement }) => marked(statement, 'value'))).toEqual([
        ...[['1.9'], ['2.1'], ['2.95'], ['3.1'], ['5.3']],
      ])
      const [gain] = boards[1]!.scores
      expect([gain!.method.name, gain!.over?.name, gain!.statement.value]).toEqual([
        'Conformer',
        'Jasper',
        1.05,
      ])
    })

    it('lists a number once that two rules have read', async () => {
      const { boards } = await get<Leaderboard>('leaderboard', { dataset: result('SQuAD') })
      expect(boards.map(({ metric, better }) => [metric, better])).toEqual([['F1', 'higher']])
      expect(boards[0]!.scores.map(({ statement }) => statement.value)).toEqual([86, 84.6, 77.3])
    })

    it('keeps to a metric and a task where they are named', async () => {
      const dataset = result('SQuAD')
      const f1 = await get<Leaderboard>('leaderboard', { dataset, metric: result('F1') })
      expect(f1.boards).toHaveLength(1)
      const other = await get<Leaderboard>('leaderboard', { dataset, metric: result('word error rate') })
      expect(other.boards).toEqual([])
      const task = await get<Leaderboard>('leaderboard', { dataset, task: result('speech recognition') })
      expect(task.boards).toEqual([])
    })

    it('knows the datasets that have numbers', async () => {
      const { datasets, total } = await get<Leaderboards>('leaderboards')
      expect(datasets.map(({ name, methods, papers }) => [name, methods, papers])).toEqual([
        ['LibriSpeech', 3, 3],
        ['SQuAD', 2, 2],
        ['Switchboard', 2, 2],
      ])
      expect(total).toBe(3)
      const found = await get<Leaderboards>('leaderboards', { q: 'squad' })
      expect([found.datasets.map(({ name }) => name), found.total]).toEqual([['SQuAD'], 1])
      const cut = await get<Leaderboards>('leaderboards', { limit: '1' })
      expect([cut.datasets.length, cut.total]).toEqual([1, 3])
    })

    it.each([
      ['contradictions?offset=-1', 400],
      ['leaderboard', 400],
      ['leaderboard?dataset=Concept/Dataset:nowhere', 404],
      ["leaderboard?dataset=Concept/Dataset:'%7D) RETURN 1 //", 404],
    ])('answers %s with %i and JSON', async (path, status) => {
      const response = await fetch(`${explorer.url}api/${path}`)
      expect(response.status).toBe(status)
      expect((await response.json()).error.message).toEqual(expect.any(String))
    })

    it.each([
      [{}, 400],
      [{ keys: [field('ResNet')] }, 400],
      [{ keys: [field('ResNet'), field('ResNet')] }, 400],
      [{ keys: [field('ResNet'), 'Paper/arxiv:1512.0001'] }, 400],
      [{ keys: [field('ResNet'), 'Concept/Method:nowhere'] }, 404],
    ])('answers a comparison of %j with %i and JSON', async (body, status) => {
      const response = await askToCompare(body)
      expect(response.status).toBe(status)
      expect((await response.json()).error.message).toEqual(expect.any(String))
    })
  })
}
