import {
  type Catalogue,
  type CatalogueConcept,
  type CataloguePaper,
  catalogueOf,
} from '../../graph-ui/api/search/catalogue.ts'
import { find } from '../../graph-ui/api/search/find.ts'
import { seededRandom } from '../../shared/seeded-random.ts'
import type { Benchmark } from './benchmark.ts'
import { firstPapers } from './papers.ts'

const concepts = 300_000
const typed = 200
const paperCount = 79_000
const hits = 12

/** Names are runs of words from titles of real papers; every fifth name is typed with two letters swapped. */
export const search: Benchmark = {
  name: 'search',
  question: `How long does a search take among ${concepts.toLocaleString('en')} concepts and ${paperCount.toLocaleString('en')} titles, at every letter that is typed
(at most 50 ms)?`,
  async run() {
    const lines = await firstPapers(paperCount)
    if (lines === null) return { lacking: 'no corpus of papers' }
    const papers = lines.map((line, i): CataloguePaper => {
      const { title } = JSON.parse(line) as { title?: string | null }
      return { id: `paper ${i}`, title: title ?? '', year: 2020 }
    })
    const random = seededRandom(1)
    const names = namesFrom(
      papers.map(({ title }) => title),
      random,
    )
    const before = process.memoryUsage()
    const started = performance.now()
    const catalogue = await catalogueOf([names], [papers])
    const indexing = performance.now() - started
    const after = process.memoryUsage()
    const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
    const wanted = Array.from({ length: typed }, () => names[Math.floor(random() ** 2 * names.length)]!.name)
    return [
      ...timed(
        catalogue,
        wanted.filter((_, i) => i % 5 !== 0),
        'as written',
      ),
      ...timed(catalogue, wanted.filter((_, i) => i % 5 === 0).map(misspelt), 'misspelt'),
      {
        typed: `the index: ${(indexing / 1000).toFixed(1)} s, ${Math.round(grown / 1e6)} MB with what is not yet collected`,
        searches: names.length + papers.length,
      },
    ]
  },
}

function timed(catalogue: Catalogue, names: readonly string[], typed: string) {
  const byLetters: { letters: string; most: number; times: number[] }[] = [
    { letters: '1 and 2 letters', most: 2, times: [] },
    { letters: '3 and 4 letters', most: 4, times: [] },
    { letters: 'more letters', most: Number.POSITIVE_INFINITY, times: [] },
  ]
  for (const name of names) {
    for (let length = 1; length <= name.length; length++) {
      const started = performance.now()
      find(catalogue, name.slice(0, length), hits)
      const took = performance.now() - started
      byLetters.find(({ most }) => length <= most)!.times.push(took)
    }
  }
  const all = { letters: 'all', times: byLetters.flatMap(({ times }) => times) }
  return [...byLetters, all].map(({ letters, times }) => {
    const sorted = [...times].sort((a, b) => a - b)
    const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
    return {
      typed: `${typed}, ${letters}`,
      searches: sorted.length,
      'p50, ms': at(0.5),
      'p95, ms': at(0.95),
      'p99, ms': at(0.99),
      'most, ms': at(1 - 1 / Math.max(1, sorted.length)),
    }
  })
}

/** As many papers as few concepts have and many have not: the first has most. */
function namesFrom(titles: readonly string[], random: () => number): CatalogueConcept[] {
  const found = new Set<string>()
  while (found.size < concepts) {
    const words = titles[Math.floor(random() * titles.length)]!.split(/\s+/)
    const count = 1 + Math.floor(random() * 3)
    const from = Math.floor(random() * Math.max(1, words.length - count))
    const name = words
      .slice(from, from + count)
      .join(' ')
      .replace(/^\W+|\W+$/g, '')
    if (name.length > 2) found.add(name)
  }
  return [...found].map((name, i) => ({
    id: `Method:${i}`,
    name,
    aliases:
      i % 4 === 0
        ? [
            name
              .split(/\W+/)
              .map((word) => word.charAt(0))
              .join('')
              .toUpperCase(),
          ]
        : [],
    type: 'Method',
    papers: 1 + Math.floor(concepts / (i + 1)),
  }))
}

function misspelt(name: string): string {
  const at = Math.floor(name.length / 2)
  return name.slice(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + name.slice(at + 1)
}
