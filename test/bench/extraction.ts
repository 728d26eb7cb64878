import { extract } from '../../ingest/pipeline.ts'
import { loadTier, tiers } from '../../ingest/tiers.ts'
import { type Benchmark, median } from './benchmark.ts'
import { firstPapers } from './papers.ts'

/** At most; a slow tier reads fewer in a round, but never fewer than it is warmed up on. */
const papers = 1000
const rounds = 5
const warmUp = 64
const secondsARound = 8

/** One thread, everything from text to claims; the model is loaded and the code warm. */
export const extraction: Benchmark = {
  name: 'extraction',
  question: `How many abstracts a second does one core extract (median of ${rounds} rounds, of ${papers} papers, of a slow tier of
fewer)?
"by processor time" divides by what this process spent on the processor, also in the garbage collector's threads: where
other processes share the cores it moves less than "by the clock".`,
  async run() {
    const lines = await firstPapers(papers)
    if (lines === null) return { lacking: 'corpora/papers.jsonl.gz (SKEIN_DATA)' }
    const texts = lines.map((line) => JSON.parse(line) as { title: string; abstract: string })
    const rows: Record<string, string | number>[] = []
    for (const { name } of tiers) {
      const models = await loadTier(name)
      await extract(texts.slice(0, warmUp), models)
      const warmed = performance.now()
      await extract(texts.slice(0, warmUp), models)
      const seconds = (performance.now() - warmed) / 1000 / warmUp
      const size = Math.min(papers, Math.max(warmUp, Math.round(secondsARound / seconds)))
      const read = texts.slice(0, size)
      const byClock: number[] = []
      const byProcessor: number[] = []
      for (let round = 0; round < rounds; round++) {
        const started = performance.now()
        const startedProcessor = process.cpuUsage()
        for (let i = 0; i < size; i += 16) await extract(read.slice(i, i + 16), models)
        const { user, system } = process.cpuUsage(startedProcessor)
        byClock.push((1e3 * size) / (performance.now() - started))
        byProcessor.push((1e6 * size) / (user + system))
      }
      rows.push({
        tagger: name,
        'papers a round': size,
        'abstracts a second by processor time': Math.round(median(byProcessor)),
        'by the clock': Math.round(median(byClock)),
      })
    }
    return rows
  },
}
