import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { bestDocuments } from '../../../graph-ui/api/search/best-documents.ts'
import { type CatalogueConcept, catalogueOf } from '../../../graph-ui/api/search/catalogue.ts'
import { find } from '../../../graph-ui/api/search/find.ts'
import { matchesOf } from '../../../graph-ui/api/search/matching-words.ts'
import { wordsNear } from '../../../graph-ui/api/search/near-words.ts'
import { beginWordIndex } from '../../../graph-ui/api/search/word-index.ts'
import { seededRandom } from '../../../shared/seeded-random.ts'

describe('a search among names', () => {
  const concepts = [
    concept('BERT', 900, 'Bidirectional Encoder Representations from Transformers'),
    concept('Transformer', 2000, 'transformers'),
    concept('Transformer-XL', 40),
    concept('R-CNN', 300),
    concept('ResNet', 1500, 'residual network', 'ResNet-50'),
    concept('reinforcement learning', 800, 'RL'),
    concept('deep learning', 1200),
    concept('deep reinforcement learning', 500),
    concept('generative adversarial network', 700, 'GAN'),
    concept('graph attention network', 100, 'GAT'),
    concept('Élan vital', 3),
    concept('long short-term memory', 600, 'LSTM'),
  ]
  const papers = [
    { id: 'p1', title: 'Attention is all you need', year: 2017 },
    { id: 'p2', title: 'Deep residual learning for image recognition', year: 2016 },
    { id: 'p3', title: 'Attention, again', year: 2018 },
  ]
  const catalogue = catalogueOf([concepts.slice(0, 5), concepts.slice(5)], [papers])

  it.each([
    [
      'one letter: the whole word before what begins with it',
      'r',
      ['R-CNN', 'ResNet', 'reinforcement learning'],
    ],
    ['two letters', 'tr', ['Transformer', 'Transformer-XL']],
    ['one letter after a word', 'deep l', ['deep learning']],
    ['the name itself before longer ones', 'transformer', ['Transformer', 'Transformer-XL']],
    ['an alias', 'rl', ['reinforcement learning']],
    ['two letters swapped', 'bret', ['BERT']],
    ['two letters of three swapped', 'gna', ['generative adversarial network']],
    ['a letter missing', 'reinforcment', ['reinforcement learning']],
    ['a letter too many', 'ressnet', ['ResNet']],
    ['without the accent', 'elan', ['Élan vital']],
    ['words of which one is nowhere', 'quantum lstm', ['long short-term memory']],
    ['nothing like it', 'zzzzzz', []],
    ['no words', '...', []],
  ])('%s', async (_, query, names) => {
    const found = find(await catalogue, query, 10).concepts.map(({ name }) => name)
    expect(found.slice(0, names.length)).toEqual(names)
    if (names.length === 0) expect(found).toEqual([])
  })

  it('shows the alias that was found', async () => {
    const found = find(await catalogue, 'residual', 1)
    expect(found.concepts).toEqual([
      {
        kind: 'concept',
        key: 'Concept/Method:ResNet',
        type: 'Method',
        name: 'ResNet',
        alias: 'residual network',
        papers: 1500,
      },
    ])
  })

  it('finds papers by their titles, as many as are asked for', async () => {
    const titles = (query: string, limit: number) =>
      catalogue.then((names) => find(names, query, limit).papers.map(({ title }) => title))
    expect(await titles('attention', 5)).toEqual(['Attention, again', 'Attention is all you need'])
    expect(await titles('atention', 1)).toEqual(['Attention, again'])
  })

  it('finds nothing where there are no names', async () => {
    expect(find(await catalogueOf([], []), 'bert', 5)).toEqual({ concepts: [], papers: [] })
  })

  it('of equal names finds those first that came first', async () => {
    const equal = Array.from({ length: 300 }, (_, i) => ({ ...concept('net', 1), id: `Method:${i}` }))
    const found = find(await catalogueOf([equal], []), 'net', 50)
    expect(found.concepts.map(({ key }) => key)).toEqual(equal.slice(0, 50).map(({ id }) => `Concept/${id}`))
  })
})

describe('words that are spelt nearly alike', () => {
  const letters = (most: number) =>
    fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: most })

  it('are those that so few changes make, whatever stands beside them', async () => {
    const property = fc.asyncProperty(
      fc.uniqueArray(letters(8), { minLength: 1, maxLength: 60 }),
      letters(6),
      fc.integer({ min: 1, max: 2 }),
      async (words, wanted, most) => {
        const index = beginWordIndex([1])
        index.add([words], 1)
        const finished = await index.finish()
        const expected = [...words]
          .sort()
          .map((word, at) => ({ at, changes: changesBetween(word, wanted) }))
          .filter(({ changes }) => changes <= most)
        expect(wordsNear(finished, wanted, most)).toEqual(expected)
      },
    )
    await fc.assert(property, { seed: 1, numRuns: 300 })
  })
})

describe('the best documents', () => {
  const random = seededRandom(3)
  const syllables = ['net', 'trans', 'form', 'er', 'a', 're', 'co', 'deep', 'graph', 'x']
  const pick = (most: number) => Math.floor(random() * most)
  const word = () => Array.from({ length: 1 + pick(3) }, () => syllables[pick(syllables.length)]).join('')
  const documents = Array.from({ length: 500 }, (_, id) => ({
    id,
    name: Array.from({ length: 1 + pick(3) }, word).join(' '),
    aliases: Array.from({ length: pick(3) }, word).join(' '),
    papers: pick(50) ** 2,
  }))
  const boostOf = (id: number) => 1 + Math.log10(1 + documents[id]!.papers)

  it('are those of MiniSearch, in its order', async () => {
    const tokenize = (text: string) => text.split(' ').filter((part) => part !== '')
    const index = beginWordIndex([2, 1])
    for (const { id, name, aliases } of documents) {
      index.add([tokenize(name), tokenize(aliases)], boostOf(id))
    }
    const finished = await index.finish()
    const reference = new MiniSearch({ fields: ['name', 'aliases'], tokenize })
    reference.addAll(documents)
    const options = { boost: { name: 2 }, boostDocument: (id: number) => boostOf(id) }
    let compared = 0
    for (const query of ['net', 're', 'r', 'deep net', 'graph co', 'transformer', 'netnet er', 'co re x']) {
      const words = query.split(' ')
      for (const needsAll of [true, false]) {
        const hits = reference.search(query, {
          ...options,
          combineWith: needsAll ? 'AND' : 'OR',
          prefix: (_, i) => i === words.length - 1,
        })
        const scores = new Map(hits.map(({ id, score }) => [id as number, score]))
        const wanted = words.map((text, i) =>
          matchesOf(finished, text, { isBeginning: i === words.length - 1, changes: 0 }),
        )
        const best = bestDocuments(finished, wanted, needsAll, documents.length)
        expect(
          [...best].sort((a, b) => a - b),
          query,
        ).toEqual([...scores.keys()].sort((a, b) => a - b))
        for (const [i, id] of best.slice(1).entries()) {
          expect(scores.get(id)!, query).toBeLessThanOrEqual(scores.get(best[i]!)! * (1 + 1e-5))
        }
        compared += best.length
      }
    }
    expect(compared).toBeGreaterThan(1000)
  })
})

function concept(name: string, papers: number, ...aliases: string[]): CatalogueConcept {
  return { id: `Method:${name}`, name, aliases, type: 'Method', papers }
}

/** By the definition: letters added, left out, replaced, and neighbours swapped that nothing else changes. */
function changesBetween(a: string, b: string): number {
  const known = new Map<number, number>()
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const name = i * 100 + j
    const before = known.get(name)
    if (before !== undefined) return before
    const isSame = a[i - 1] === b[j - 1]
    const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const fewest = Math.min(
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + (isSame ? 0 : 1),
      isSwapped ? between(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    )
    known.set(name, fewest)
    return fewest
  }
  return between(a.length, b.length)
}
