import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError, UsageError } from '../../shared/errors.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { evaluateAbstracts } from '../evaluation/abstracts.ts'
import { formatReport } from '../evaluation/evaluation.ts'
import { shippedModels } from '../model-files.ts'
import { extract } from '../pipeline.ts'
import { loadTier } from '../tiers.ts'
import {
  type AnnotatedAbstract,
  readAnnotatedAbstracts,
  unfoundForms,
} from '../training/annotated-abstracts.ts'
import { trainingSteps } from '../training/steps.ts'
import { openTrainingRun } from '../training/training-run.ts'
import type { Command } from './command.ts'
import { startBar } from './progress.ts'
import { chosenSteps, refuseToOverwrite, runSteps } from './train-steps.ts'

/** Fewer documents teach nothing, and leave none to hold out. */
const leastDocuments = 20
/** Every so manieth document is held out. */
const heldOutEvery = 10
/** Annotated forms that stand nowhere in their text, shown one by one. */
const shownForms = 5
const knowledgeFile = 'fast-knowledge.bin'

export const train: Command = {
  name: 'train',
  usage: 'train [ANNOTATED] [options]',
  description: `Trains the models of the fast tier anew. Without ANNOTATED it takes the benchmarks and corpora of SKEIN_DATA
and makes the models that ship, byte by byte, in about half an hour. With ANNOTATED, a file of your own annotated
abstracts in JSON Lines, it learns from these alone, beside what the shipped models know of words and names:
  {"id": "a1", "title": "…", "text": "…",
   "entities": [{"name": "…", "type": "Method", "role": "introduced", "aliases": []}],
   "relations": [["…", "EVALUATED_ON", "…"]]}
Every tenth document is held out, and the figures on these are printed. ingest/models/README.md has a worked example.
The steps:
${trainingSteps.map(({ name, label, fromAbstracts }) => `  ${name.padEnd(11)}  ${label}${fromAbstracts ? '' : ' (not from ANNOTATED)'}`).join('\n')}`,
  options: {
    only: { type: 'string', value: 'STEPS', help: 'these steps alone, separated by commas' },
    out: {
      type: 'string',
      value: 'FOLDER',
      help: 'where the models go (default: models); files that are there already are never written over',
    },
    install: { type: 'boolean', help: 'write over the models that ship with this installation instead' },
    'no-holdout': { type: 'boolean', help: 'train on all documents of ANNOTATED and print no figures' },
  },
  examples: [
    {
      line: 'skein train',
      does: 'the shipped models, into the folder models; says whether they are the same',
    },
    { line: 'skein train --only relations,calibration --out new', does: 'a part of them' },
    { line: 'skein train my.jsonl --out mine', does: 'models for your own field' },
    { line: 'skein extract papers.bib --tagger fast --models mine', does: 'what they read' },
  ],
  async run(args) {
    const [file, ...more] = args.positionals
    if (more.length > 0) throw new UsageError('Give one file of annotated abstracts: skein train ANNOTATED')
    const isInstalled = args.flag('install')
    if (isInstalled && (file !== undefined || args.text('out') !== null))
      throw new UsageError('--install takes neither ANNOTATED nor --out: it makes the shipped models anew.')
    const steps = chosenSteps(args.text('only'), file !== undefined)
    const folder = isInstalled ? shippedModels : resolve(args.text('out') ?? 'models')
    const files = steps.flatMap((step) => step.files)
    if (!isInstalled) refuseToOverwrite(folder, files)

    const bar = startBar()
    const trainOn = async (own: AnnotatedAbstract[] | null) => {
      const data = resolve(packageRoot, process.env.SKEIN_DATA ?? '../shared')
      try {
        await runSteps(steps, openTrainingRun(data, own, folder), bar)
      } finally {
        bar.finish()
      }
    }
    if (file === undefined) {
      const shipped = new Map(files.map((name) => [name, contentOf(join(shippedModels, name))]))
      await trainOn(null)
      for (const [name, content] of shipped) process.stdout.write(describeFile(folder, name, content))
      return
    }

    const own = readAnnotatedAbstracts(file)
    if (own.length < leastDocuments)
      throw new InputError(`${file} holds ${own.length} documents; training takes ${leastDocuments} or more.`)
    warnOfUnfoundForms(own, bar.say)
    // So that the folder goes with its knowledge, whatever later models know.
    mkdirSync(folder, { recursive: true })
    copyFileSync(join(shippedModels, knowledgeFile), join(folder, knowledgeFile))
    const isHeldOut = (index: number) => !args.flag('no-holdout') && index % heldOutEvery === heldOutEvery - 1
    await trainOn(own.filter((_, index) => !isHeldOut(index)))
    const heldOut = own.filter((_, index) => isHeldOut(index))
    if (heldOut.length > 0) {
      const models = await loadTier('fast', folder)
      const result = await evaluateAbstracts(heldOut, (papers) => extract(papers, models))
      const { documents, scores, labels } = result
      const benchmark = `${file}, held out`
      process.stdout.write(formatReport({ benchmark, tagger: models.name, documents, scores, labels }))
    }
    process.stderr.write(
      `The models are in ${folder}. To use them: skein extract PATH… --tagger fast --models ${folder}\n`,
    )
  },
}

function contentOf(file: string): Buffer | null {
  return existsSync(file) ? readFileSync(file) : null
}

/** "fast-scier.bin, 479,298 bytes, the same as the shipped one" */
function describeFile(folder: string, name: string, shipped: Buffer | null): string {
  const file = join(folder, name)
  const comparison =
    shipped === null
      ? 'not among the shipped ones'
      : readFileSync(file).equals(shipped)
        ? 'the same as the shipped one'
        : 'another than the shipped one'
  return `${name}, ${statSync(file).size.toLocaleString('en')} bytes, ${comparison}\n`
}

function warnOfUnfoundForms(abstracts: AnnotatedAbstract[], say: (line: string) => void): void {
  const unfound = abstracts.flatMap(unfoundForms)
  for (const { id, form } of unfound.slice(0, shownForms))
    say(`${id}: "${form}" does not stand in title or text as it is written, and teaches nothing`)
  if (unfound.length > shownForms) say(`${unfound.length - shownForms} more such names and aliases`)
}
