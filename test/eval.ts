/**
 * `npm run eval`: extraction quality on every benchmark of the data folder (SKEIN_DATA), each with the command that
 * reproduces it. Weights are trained on train splits and tuned on dev splits; test splits are only reported.
 */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { formatReport } from '../ingest/evaluation/evaluation.ts'
import { evaluations } from '../ingest/evaluation/index.ts'
import { shippedModels } from '../ingest/model-files.ts'
import { dataFolder } from './setup/requirements.ts'

const benchmarks: { title: string; evaluation: string; file: string; tagger: string }[] = [
  { title: 'Abstracts, dev', evaluation: 'abstracts', file: 'gold/abstracts-dev.jsonl', tagger: 'fast' },
  { title: 'SciER, dev', evaluation: 'scier', file: 'benchmarks/scier/PLM_dev.jsonl', tagger: 'fast-scier' },
  {
    title: 'SciER, test',
    evaluation: 'scier',
    file: 'benchmarks/scier/PLM_test.jsonl',
    tagger: 'fast-scier',
  },
  {
    title: 'SciER, dev, by the tagger for abstracts (another idea of an entity)',
    evaluation: 'scier',
    file: 'benchmarks/scier/PLM_dev.jsonl',
    tagger: 'fast',
  },
  { title: 'SciCite, test', evaluation: 'scicite', file: 'benchmarks/scicite/test.jsonl', tagger: 'fast' },
  { title: 'ACL-ARC, test', evaluation: 'acl-arc', file: 'benchmarks/acl-arc/test.jsonl', tagger: 'fast' },
]

let missing = 0
for (const { title, evaluation: name, file, tagger } of benchmarks) {
  const path = join(dataFolder, file)
  process.stdout.write(`${title}\n`)
  if (!existsSync(path)) {
    missing++
    process.stdout.write(`skipped: ${file} is not in the data folder (SKEIN_DATA)\n\n`)
    continue
  }
  const evaluation = evaluations.find((candidate) => candidate.name === name)
  if (!evaluation) throw new Error(`no evaluation named ${name}`)
  const shown = relative(process.cwd(), path)
  process.stdout.write(`npm run --silent skein -- eval ${name} ${shown} --tagger ${tagger}\n`)
  const started = performance.now()
  const report = await evaluation.run(path, {
    tagger,
    models: shippedModels,
    predictions: null,
    errors: 0,
    reliability: false,
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${formatReport(report)}${seconds} s, loading the models included\n\n`)
}
if (missing === benchmarks.length) process.exitCode = 1
