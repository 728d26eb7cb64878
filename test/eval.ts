/**
 * `npm run eval`: the figures of the README, each with the command that prints it and more, from the data folder
 * (SKEIN_DATA). Weights are trained on train splits and tuned on dev splits; test splits are only reported.
 */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { EvaluationReport } from '../ingest/evaluation/evaluation.ts'
import { evaluations } from '../ingest/evaluation/index.ts'
import { shippedModels } from '../ingest/model-files.ts'
import { dataFolder } from './setup/requirements.ts'

interface Measurement {
  title: string
  evaluation: string
  file: string
  tagger: string
  /** What the table calls a score, and what the report does. */
  rows: [label: string, score: string][]
}

const abstractRows: Measurement['rows'] = [
  ['entities: methods, datasets, tasks, metrics', 'all'],
  ['methods and datasets that the paper introduces', 'introduced'],
  ['relations, labelled, on the entities found', 'relations labelled'],
]
const scierRows: Measurement['rows'] = [
  ['entities', 'entities'],
  ['relations between annotated mentions', 'Rel, gold entities'],
  ['relations end to end (Rel+)', 'Rel+'],
]

const resolutionRows: Measurement['rows'] = [
  ['forms of one text', 'in a document'],
  ['forms of different texts', 'across documents'],
  ['the same, half of the texts without expansions', 'half unexplained'],
]

const measurements: readonly Measurement[] = [
  {
    title: 'annotated abstracts, dev',
    evaluation: 'abstracts',
    file: 'gold/abstracts-dev.jsonl',
    tagger: 'accurate',
    rows: abstractRows,
  },
  {
    title: 'annotated abstracts, dev',
    evaluation: 'abstracts',
    file: 'gold/abstracts-dev.jsonl',
    tagger: 'fast',
    rows: abstractRows,
  },
  {
    title: 'which forms are one concept, annotated abstracts, dev',
    evaluation: 'resolution',
    file: 'gold/abstracts-dev.jsonl',
    tagger: 'fast',
    rows: resolutionRows,
  },
  {
    title: 'which forms are one concept, SciREX, train',
    evaluation: 'resolution',
    file: 'benchmarks/scirex/train.jsonl.gz',
    tagger: 'fast',
    rows: resolutionRows,
  },
  {
    title: 'SciER, dev',
    evaluation: 'scier',
    file: 'benchmarks/scier/PLM_dev.jsonl',
    tagger: 'accurate-scier',
    rows: scierRows,
  },
  {
    title: 'SciER, dev',
    evaluation: 'scier',
    file: 'benchmarks/scier/PLM_dev.jsonl',
    tagger: 'fast-scier',
    rows: scierRows,
  },
  {
    title: 'SciER, test',
    evaluation: 'scier',
    file: 'benchmarks/scier/PLM_test.jsonl',
    tagger: 'accurate-scier',
    rows: scierRows,
  },
  {
    title: 'SciER, test',
    evaluation: 'scier',
    file: 'benchmarks/scier/PLM_test.jsonl',
    tagger: 'fast-scier',
    rows: scierRows,
  },
  {
    title: 'SciER, dev, by the tagger for abstracts (another idea of an entity)',
    evaluation: 'scier',
    file: 'benchmarks/scier/PLM_dev.jsonl',
    tagger: 'fast',
    rows: [['entities', 'entities']],
  },
  {
    title: 'SciCite, test',
    evaluation: 'scicite',
    file: 'benchmarks/scicite/test.jsonl',
    tagger: 'fast',
    rows: [['citation intent, macro', 'macro F1']],
  },
  {
    title: 'ACL-ARC, test',
    evaluation: 'acl-arc',
    file: 'benchmarks/acl-arc/test.jsonl',
    tagger: 'fast',
    rows: [['citation intent, macro', 'macro F1']],
  },
]

let measured = 0
for (const measurement of measurements) {
  const { title, evaluation: name, file, tagger } = measurement
  const path = join(dataFolder, file)
  if (!existsSync(path)) {
    process.stdout.write(`${title}: skipped, ${file} is not in the data folder (SKEIN_DATA)\n\n`)
    continue
  }
  const evaluation = evaluations.find((candidate) => candidate.name === name)
  if (!evaluation) throw new Error(`no evaluation named ${name}`)
  const command = `npx skein eval ${name} ${relative(process.cwd(), path)} --tagger ${tagger}`
  const started = performance.now()
  const settings = { predictions: null, errors: 0, reliability: false }
  const report = await evaluation.run(path, { tagger, models: shippedModels, ...settings })
  measured++
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `${table(measurement, report)}${command}\n${seconds} s, loading the models included\n\n`,
  )
}
if (measured === 0) process.exitCode = 1

function table({ title, tagger, rows }: Measurement, { scores, documents }: EvaluationReport): string {
  const lines = rows.map(([label, name]) => {
    const score = scores.find((candidate) => candidate.name === name)
    if (!score) throw new Error(`the report holds no score named ${name}`)
    const figures = [score.precision, score.recall, score.f1].map((figure) => figure.toFixed(3))
    return `| ${label} | ${figures.join(' | ')} |\n`
  })
  const head = `| ${title} (${documents} documents), tagger \`${tagger}\` | P | R | F1 |\n| --- | --- | --- | --- |\n`
  return head + lines.join('')
}
