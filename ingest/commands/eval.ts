import { UsageError } from '../../shared/errors.ts'
import { formatReport } from '../evaluation/evaluation.ts'
import { evaluations } from '../evaluation/index.ts'
import { tiers } from '../tiers.ts'
import type { Command } from './command.ts'
import { modelsIn, modelsOption } from './ingest.ts'

export const evaluate: Command = {
  name: 'eval',
  usage: 'eval BENCHMARK PATH [options]',
  description: `Extracts from a benchmark's texts and scores the result against its annotation.
The benchmarks:
${evaluations.map(({ name, label }) => `  ${name.padEnd(10)}  ${label}`).join('\n')}`,
  options: {
    tagger: {
      type: 'string',
      value: 'NAME',
      help: `${tiers.map(({ name }) => name).join(' or ')} (default: the one that suits the benchmark)`,
    },
    ...modelsOption,
    predictions: {
      type: 'string',
      value: 'FILE',
      help: "write the predictions, in the benchmark's own layout",
    },
    errors: {
      type: 'string',
      value: 'N',
      alone: '5',
      help: 'list the errors by category, with the N most frequent forms and N examples of each (5 where no N is given)',
    },
    reliability: {
      type: 'boolean',
      help: 'compare confidences with the share that is right (abstracts, scicite, acl-arc)',
    },
    json: { type: 'boolean', help: 'print JSON' },
  },
  examples: [
    {
      line: 'skein eval abstracts gold/abstracts-dev.jsonl',
      does: 'entities, roles and relations of abstracts',
    },
    {
      line: 'skein eval abstracts gold/abstracts-dev.jsonl --errors 10 --reliability',
      does: 'what goes wrong, and what its confidences are worth',
    },
    {
      line: 'skein eval scier LLM_dev.jsonl --predictions out.jsonl',
      does: 'SciER, with the predictions kept',
    },
  ],
  async run(args) {
    const [name, path, ...more] = args.positionals
    const known = evaluations.map((evaluation) => evaluation.name).join(', ')
    if (name === undefined) throw new UsageError(`Which benchmark? One of: ${known}.`)
    const evaluation = evaluations.find((candidate) => candidate.name === name)
    if (!evaluation) throw new UsageError(`There is no benchmark "${name}". Benchmarks: ${known}.`)
    if (path === undefined || more.length > 0) throw new UsageError(`Give one file: skein eval ${name} PATH`)
    const report = await evaluation.run(path, {
      tagger: args.text('tagger'),
      models: modelsIn(args, (path) => path),
      predictions: args.text('predictions'),
      errors: args.integer('errors', 0, 0, 1000),
      reliability: args.flag('reliability'),
    })
    process.stdout.write(args.flag('json') ? `${JSON.stringify(report)}\n` : formatReport(report))
  },
}
