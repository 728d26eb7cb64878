/** What unlabelled abstracts say of words: frequency, capitals, clusters. */
import type { KnowledgeParts } from '../../entities/fast/lexicon.ts'
import { type Report, within } from '../report.ts'
import { clusterWords } from './word-clusters.ts'
import { trainWordVectors } from './word-vectors.ts'

interface WordCount {
  occurrences: number
  papers: number
  lastPaper: number
  /** After the first token of a sentence: all, and those with a capital. */
  inside: number
  capital: number
}

export interface CorpusWords {
  /** Takes one paper's abstract in, sentence by sentence. */
  add(sentences: string[][]): void
  finish(report: Report): KnowledgeParts['words']
}

const minPapers = 15
const clusterCounts = [80, 500]

export function countCorpusWords(): CorpusWords {
  const counts = new Map<string, WordCount>()
  const ids = new Map<string, number>()
  const names: string[] = []
  let stream = new Int32Array(1 << 22)
  let filled = 0
  let papers = 0
  const push = (id: number) => {
    if (filled === stream.length) {
      const larger = new Int32Array(stream.length * 2)
      larger.set(stream)
      stream = larger
    }
    stream[filled++] = id
  }
  return {
    add(sentences) {
      papers++
      for (const tokens of sentences) {
        for (const [position, token] of tokens.entries()) {
          const word = /^\p{Nd}+$/u.test(token) ? '0' : token.toLowerCase()
          const count = counts.get(word) ?? { occurrences: 0, papers: 0, lastPaper: 0, inside: 0, capital: 0 }
          if (count.occurrences === 0) {
            counts.set(word, count)
            ids.set(word, names.length)
            names.push(word)
          }
          count.occurrences++
          if (count.lastPaper !== papers) count.papers++
          count.lastPaper = papers
          if (position > 0) {
            count.inside++
            if (/^\p{Lu}/u.test(token)) count.capital++
          }
          push(ids.get(word)!)
        }
        push(-1)
      }
    },
    finish(report) {
      const kept = [...counts].filter(([, count]) => count.papers >= minPapers)
      kept.sort((a, b) => b[1].occurrences - a[1].occurrences || (a[0] < b[0] ? -1 : 1))
      const rank = new Int32Array(names.length).fill(-2)
      kept.forEach(([word], index) => {
        rank[ids.get(word)!] = index
      })
      let size = 0
      for (let at = 0; at < filled; at++) {
        const id = stream[at]!
        const word = id < 0 ? -1 : rank[id]!
        if (word !== -2) stream[size++] = word
      }
      report(0, `${papers} papers, ${size} tokens, ${kept.length} words in ${minPapers} papers or more`)
      const occurrences = Uint32Array.from(kept, ([, count]) => count.occurrences)
      const dimensions = 50
      const vectors = trainWordVectors(
        stream.subarray(0, size),
        occurrences,
        { dimensions, window: 2, negatives: 5, epochs: 2, learningRate: 0.04, thinning: 2e-4 },
        within(report, 0, 0.8),
      )
      const clusterings = clusterCounts.map((count) => clusterWords(vectors, dimensions, count, 12))
      return kept.map(([word, count], index) => [
        word,
        1 + Math.floor(Math.log2(count.papers) / 2),
        count.inside === 0 ? 3 : capitalLevel(count.capital / count.inside),
        ...clusterings.map((assigned) => assigned[index]!),
      ])
    },
  }
}

function capitalLevel(share: number): number {
  return share < 0.05 ? 0 : share < 0.4 ? 1 : share < 0.8 ? 2 : 3
}
