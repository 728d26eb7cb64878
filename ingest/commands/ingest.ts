import { readFileSync } from 'node:fs'
import { InputError, SkeinError, UsageError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { IngestSettings } from '../ingest.ts'
import { modelsFolder } from '../model-files.ts'
import { readers } from '../readers/index.ts'
import { noOverrides, type Overrides, parseOverrides } from '../resolution/overrides.ts'
import { tiers } from '../tiers.ts'
import { type Arguments, type Command, storeOption } from './command.ts'
import { describeSummary, ingestShowing } from './ingest-papers.ts'
import { openForWriting, storeUrl, withStore } from './open-store.ts'
import { stopOnInterrupt } from './stop-signal.ts'

export const taggerOption: Command['options'] = {
  tagger: {
    type: 'string',
    value: 'NAME',
    help: tiers.map(({ name, label }, at) => `${name}${at === 0 ? ' (default)' : ''}: ${label}`).join('; '),
  },
}

export const modelsOption: Command['options'] = {
  models: {
    type: 'string',
    value: 'FOLDER',
    help: 'models that skein train has made; what the folder lacks is taken from those that ship',
  },
}

export const overridesOption: Command['options'] = {
  overrides: {
    type: 'string',
    value: 'FILE',
    help: 'your own decisions about concepts, which win over what Skein works out. They hold as long as every ingest and remove is given them; one without takes them back',
  },
}

export const ingestOptions: Command['options'] = { ...taggerOption, ...modelsOption, ...overridesOption }

/**
 * What the options say.
 * @param locate turns a path as typed into one to open
 * @throws UsageError, InputError for an override file or a folder of models that cannot be read or understood
 */
export function ingestSettings(args: Arguments, locate: (path: string) => string): IngestSettings {
  return {
    tagger: args.choice(
      'tagger',
      tiers.map(({ name }) => name),
      tiers[0]!.name,
    ),
    models: modelsIn(args, locate),
    overrides: readOverrides(args.text('overrides'), locate),
  }
}

/**
 * The folder that `--models` names.
 * @throws InputError
 */
export function modelsIn(args: Arguments, locate: (path: string) => string): string {
  const path = args.text('models')
  return modelsFolder(path === null ? null : locate(path))
}

/** @throws InputError */
export function readOverrides(path: string | null, locate: (path: string) => string): Overrides {
  if (path === null) return noOverrides
  let text: string
  try {
    text = readFileSync(locate(path), 'utf8')
  } catch (error) {
    throw new InputError(
      `The override file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    )
  }
  return parseOverrides(text.replace(/^\ufeff/, ''), path)
}

export const ingest: Command = {
  name: 'ingest',
  usage: 'ingest PATH… [options]',
  description: `Reads papers from files, folders (all files in them) and standard input ("-"), extracts, and loads what
is new into the graph. Run again after an interruption, it goes on where it stopped.
The format is seen from the content, plain or gzipped:
${readers.map(({ label }) => `  ${label}`).join('\n')}

An override file is JSON; a concept is called by its type and any of its forms, each part may be left out. It is
applied last, and undone by an ingest without it ("skein explain NAME" shows what it did):
  {"merge":  [["Method:LoRA", "Method:low-rank adapters"]],
   "split":  ["Method:Transformer XL"],
   "rename": {"Method:adam": "Adam"},
   "retype": {"Method:ImageNet": "Dataset"}}`,
  options: { ...ingestOptions, ...storeOption },
  examples: [
    { line: 'skein ingest my-papers.bib --store my-field.db', does: 'a bibliography with abstracts' },
    { line: 'skein ingest dumps/ anthology.xml.gz', does: 'a folder and a file into skein.db' },
    { line: 'curl -s "$URL" | skein ingest - --store bolt://localhost:7687', does: 'from a pipe into Neo4j' },
  ],
  async run(args) {
    const paths = args.positionals
    if (paths.length === 0)
      throw new UsageError('Which papers? Give files, folders or "-": skein ingest PATH…')
    const settings = ingestSettings(args, (path) => path)
    await withStore(openForWriting(storeUrl(args)), (store) => ingestUntilStopped(store, paths, settings))
  },
}

/**
 * Ingests, and tells how it went. Ctrl-C ends it after the batch in hand.
 * @throws SkeinError where it was stopped, and what {@link ingestShowing} throws
 */
export async function ingestUntilStopped(
  store: GraphStore,
  paths: string[],
  settings: IngestSettings,
): Promise<void> {
  const { signal, release } = stopOnInterrupt(
    'Stopping after the batch in hand (Ctrl-C again stops at once) …',
  )
  try {
    const summary = await ingestShowing(store, paths, settings, signal)
    process.stderr.write(describeSummary(summary))
    if (summary.stopped) {
      throw new SkeinError('Stopped before the end. The same command again goes on where this one stopped.')
    }
  } finally {
    release()
  }
}
