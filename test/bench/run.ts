/** `npm run bench`: all benchmarks, or those that are named: `npm run bench -- ingest`. */
import type { Benchmark } from './benchmark.ts'
import { bundle } from './bundle.ts'
import { explorer } from './explorer.ts'
import { extraction } from './extraction.ts'
import { frames } from './frames.ts'
import { ingest } from './ingest.ts'
import { search } from './search.ts'
import { store } from './store.ts'
import { transfer } from './transfer.ts'

const benchmarks: readonly Benchmark[] = [
  extraction,
  ingest,
  store,
  frames,
  search,
  explorer,
  transfer,
  bundle,
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark ${unknown.join(', ')}; there are ${benchmarks.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(2)
}
for (const benchmark of benchmarks) {
  if (asked.length > 0 && !asked.includes(benchmark.name)) continue
  process.stdout.write(`\n${benchmark.name}: ${benchmark.question}\n`)
  const answer = await benchmark.run()
  if ('lacking' in answer) process.stdout.write(`  cannot be answered here: ${answer.lacking}\n`)
  else console.table(answer)
}
