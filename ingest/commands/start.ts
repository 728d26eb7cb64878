import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { StoreUnavailableError } from '../../shared/errors.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { type Command, storeOption } from './command.ts'
import { ingestOptions, ingestSettings, ingestUntilStopped } from './ingest.ts'
import { isEmbedded, openForWriting, serverOf, withStore } from './open-store.ts'
import { listeningOf, listenOptions, serveUntilStopped } from './serve.ts'

const samplePath = join(packageRoot, 'ingest/sample/landmark-papers.jsonl')

export const start: Command = {
  name: 'start',
  usage: 'start [PATH…] [options]',
  description: `Loads the papers into a store of their own and serves the explorer until Ctrl-C. Without a path it shows the
bundled sample of landmark papers. The same paths find the same store again.`,
  options: {
    ...listenOptions,
    ...ingestOptions,
    store: {
      ...storeOption.store!,
      help: 'another graph than their own: a path (embedded store), bolt://… or neo4j://…',
    },
  },
  examples: [
    { line: 'skein start', does: 'the bundled sample' },
    { line: 'skein start my-papers.bib', does: 'your own papers, never mixed with the sample' },
    { line: 'npm start -- my-papers.bib', does: 'the same from a clone of the project' },
  ],
  async run(args) {
    const listening = listeningOf(args, fromHere)
    const settings = ingestSettings(args, fromHere)
    const paths = args.positionals.map((path) => (path === '-' ? path : fromHere(path)))
    const given = args.text('store')
    const url = given === null ? ownStore(paths) : isEmbedded(given) ? fromHere(given) : given
    const load = (store: GraphStore) =>
      ingestUntilStopped(store, paths.length > 0 ? paths : [samplePath], settings)
    const held = await serverOf(url)
    if (held) {
      await withStore(openForWriting(url), load)
      process.stdout.write(`Skein explorer: ${held.url} (already running, process ${held.pid})\n`)
      return
    }
    const store = await openStore(url)
    try {
      await load(store)
    } catch (error) {
      await store.close()
      throw error
    }
    await serveUntilStopped(store, url, listening)
  },
}

/** Under `npm start` the working folder is the project's; paths are meant from where the person stands. */
function fromHere(path: string): string {
  const isProject = realpathSync(process.cwd()) === realpathSync(packageRoot)
  return resolve((isProject && process.env.INIT_CWD) || process.cwd(), path)
}

/** A store for just these papers: the same paths give the same store. */
function ownStore(paths: string[]): string {
  const folder = join(packageRoot, '.skein')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StoreUnavailableError(
      `${folder} cannot be made (${(error as NodeJS.ErrnoException).code}). Name a place for the graph with --store PATH.`,
    )
  }
  if (paths.length === 0) return join(folder, 'sample.db')
  const hash = createHash('sha256').update(paths.join('\0')).digest('hex').slice(0, 8)
  const name = (paths[0] === '-' ? 'stdin' : basename(paths[0]!)).replace(/[^\p{L}\p{N}._-]+/gu, '_')
  return join(folder, `${name}-${hash}.db`)
}
