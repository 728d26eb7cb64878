import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { openStore } from '../../shared/graph-store/index.ts'
import { readServerFile } from '../../shared/graph-store/remote/server-file.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { taggers } from '../entities/index.ts'
import { type Command, storeOption } from './command.ts'
import { taggerOption } from './ingest.ts'
import { describeSummary, ingestPapers } from './ingest-papers.ts'
import { isEmbedded, openForWriting, withStore } from './open-store.ts'
import { listenOptions, serveUntilStopped } from './serve.ts'
import { stopOnInterrupt } from './stop-signal.ts'

const samplePath = join(packageRoot, 'ingest/sample/landmark-papers.jsonl')

export const start: Command = {
  name: 'start',
  usage: 'start [PATH…] [options]',
  description: `Loads the papers into a store of their own and serves the explorer until Ctrl-C. Without a path it shows the
bundled sample of landmark papers.`,
  options: { ...listenOptions, ...taggerOption, ...storeOption },
  examples: [
    { line: 'skein start', does: 'the bundled sample' },
    { line: 'skein start my-papers.bib', does: 'your own papers, never mixed with the sample' },
  ],
  async run(args) {
    // Under `npm start` the working folder is the project's; paths are meant from where the person stands.
    const from = process.env.INIT_CWD ?? process.cwd()
    const paths = args.positionals.map((path) => (path === '-' ? path : resolve(from, path)))
    const url = args.text('store') ?? ownStore(paths)
    const tagger = args.choice(
      'tagger',
      taggers.map(({ name }) => name),
      taggers[0]!.name,
    )
    const load = async (store: Parameters<typeof ingestPapers>[0]) => {
      const { signal, release } = stopOnInterrupt('Stopping after the batch in hand …')
      try {
        const summary = await ingestPapers(store, paths.length > 0 ? paths : [samplePath], tagger, signal)
        process.stderr.write(describeSummary(summary))
        return summary.stopped
      } finally {
        release()
      }
    }
    const held = isEmbedded(url) ? readServerFile(url) : null
    if (held) {
      await withStore(openForWriting(url), load)
      process.stdout.write(`Skein explorer: ${held.url} (already running, process ${held.pid})\n`)
      return
    }
    const store = await openStore(url)
    let stopped = true
    try {
      stopped = await load(store)
    } finally {
      if (stopped) await store.close()
    }
    if (!stopped) await serveUntilStopped(store, url, args)
  },
}

/** A store for just these papers: the same paths give the same store. */
function ownStore(paths: string[]): string {
  const folder = join(packageRoot, '.skein')
  mkdirSync(folder, { recursive: true })
  if (paths.length === 0) return join(folder, 'sample.db')
  const hash = createHash('sha256').update(paths.join('\0')).digest('hex').slice(0, 8)
  const name = basename(paths[0]!).replace(/[^\p{L}\p{N}._-]+/gu, '_')
  return join(folder, `${name}-${hash}.db`)
}
