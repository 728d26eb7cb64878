import { SkeinError, UsageError } from '../../shared/errors.ts'
import { taggers } from '../entities/index.ts'
import { readers } from '../readers/index.ts'
import { type Command, storeOption } from './command.ts'
import { describeSummary, ingestPapers } from './ingest-papers.ts'
import { openForWriting, storeUrl, withStore } from './open-store.ts'
import { stopOnInterrupt } from './stop-signal.ts'

export const taggerOption: Command['options'] = {
  tagger: {
    type: 'string',
    value: 'NAME',
    help: taggers.map(({ name, label }) => `${name}: ${label}`).join('; '),
  },
}

export const ingest: Command = {
  name: 'ingest',
  usage: 'ingest PATH… [options]',
  description: `Reads papers from files, folders (all files in them) and standard input ("-"), extracts, and loads what
is new into the graph. Run again after an interruption, it goes on where it stopped.
The format is seen from the content, plain or gzipped:
${readers.map(({ label }) => `  ${label}`).join('\n')}`,
  options: { ...taggerOption, ...storeOption },
  examples: [
    { line: 'skein ingest my-papers.bib --store my-field.db', does: 'a bibliography with abstracts' },
    { line: 'skein ingest dumps/ anthology.xml.gz', does: 'a folder and a file into skein.db' },
    { line: 'curl -s "$URL" | skein ingest - --store bolt://localhost:7687', does: 'from a pipe into Neo4j' },
  ],
  async run(args) {
    const paths = args.positionals
    if (paths.length === 0)
      throw new UsageError('Which papers? Give files, folders or "-": skein ingest PATH…')
    const tagger = args.choice(
      'tagger',
      taggers.map(({ name }) => name),
      taggers[0]!.name,
    )
    const { signal, release } = stopOnInterrupt(
      'Stopping after the batch in hand (Ctrl-C again stops at once) …',
    )
    try {
      const summary = await withStore(openForWriting(storeUrl(args)), (store) =>
        ingestPapers(store, paths, tagger, signal),
      )
      process.stderr.write(describeSummary(summary))
      if (summary.stopped) {
        throw new SkeinError('Stopped before the end. The same command again goes on where this one stopped.')
      }
    } finally {
      release()
    }
  },
}
