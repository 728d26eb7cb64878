import { shippedModels } from '../../ingest/model-files.ts'
import { extract } from '../../ingest/pipeline.ts'
import { tiers } from '../../ingest/tiers.ts'
import { type Benchmark, median } from './benchmark.ts'
import { firstPapers } from './papers.ts'

const papers = 1000
const rounds = 5

/** One thread, everything from text to claims; the model is loaded and the code warm. */
export const extraction: Benchmark = {
  name: 'extraction',
  question: `How many abstracts a second does one core extract (median of ${rounds} rounds of ${papers})?`,
  async run() {
    const lines = await firstPapers(papers)
    if (lines === null) return { lacking: 'corpora/papers.jsonl.gz (SKEIN_DATA)' }
    const texts = lines.map((line) => JSON.parse(line) as { title: string; abstract: string })
    const rows: Record<string, string | number>[] = []
    for (const { name, load } of tiers) {
      const models = await load(shippedModels)
      await extract(texts.slice(0, 200), models)
      const rates: number[] = []
      for (let round = 0; round < rounds; round++) {
        const started = performance.now()
        for (let i = 0; i < texts.length; i += 16) await extract(texts.slice(i, i + 16), models)
        rates.push((1000 * texts.length) / (performance.now() - started))
      }
      rows.push({ tagger: name, 'abstracts a second': Math.round(median(rates)) })
    }
    return rows
  },
}
