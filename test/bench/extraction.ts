import compromise from 'compromise'
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
other processes share the cores it moves less than "by the clock". "times compromise" compares with the whole pipeline
of compromise (sentences, words, parts of speech, chunks) in the same run, whatever the machine.`,
  async run() {
    const lines = await firstPapers(papers)
    if (lines === null) return { lacking: 'corpora/papers.jsonl.gz (SKEIN_DATA)' }
    const texts = lines.map((line) => JSON.parse(line) as { title: string; abstract: string })
    const rows = [await measured("compromise's own pipeline", texts, readWithCompromise)]
    const yardstick = rows[0]!.byClock
    for (const { name } of tiers) {
      const models = await loadTier(name)
      rows.push(await measured(name, texts, (papers) => extract(papers, models)))
    }
    return rows.map(({ reader, size, byProcessor, byClock }) => ({
      reader,
      'papers a round': size,
      'abstracts a second by processor time': Math.round(byProcessor),
      'by the clock': Math.round(byClock),
      'times compromise': Math.round((100 * byClock) / yardstick) / 100,
    }))
  },
}

type Papers = { title: string; abstract: string }[]

/** Sentences, words, parts of speech and chunks: less than any tier finds, on any machine the same work. */
async function readWithCompromise(papers: Papers): Promise<void> {
  for (const { title, abstract } of papers) compromise(`${title}. ${abstract}`)
}

async function measured(reader: string, texts: Papers, read: (papers: Papers) => Promise<unknown>) {
  await read(texts.slice(0, warmUp))
  const warmed = performance.now()
  await read(texts.slice(0, warmUp))
  const seconds = (performance.now() - warmed) / 1000 / warmUp
  const size = Math.min(papers, Math.max(warmUp, Math.round(secondsARound / seconds)))
  const byClock: number[] = []
  const byProcessor: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    const startedProcessor = process.cpuUsage()
    for (let i = 0; i < size; i += 16) await read(texts.slice(i, Math.min(size, i + 16)))
    const { user, system } = process.cpuUsage(startedProcessor)
    byClock.push((1e3 * size) / (performance.now() - started))
    byProcessor.push((1e6 * size) / (user + system))
  }
  return { reader, size, byProcessor: median(byProcessor), byClock: median(byClock) }
}
