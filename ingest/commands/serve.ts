import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { UsageError } from '../../shared/errors.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import {
  removeServerFile,
  type ServerFile,
  writeServerFile,
} from '../../shared/graph-store/remote/server-file.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { IngestPapers } from '../../shared/ingest-papers.ts'
import { isLoopback } from '../../shared/loopback.ts'
import { ingestInto } from '../ingest.ts'
import { type Arguments, type Command, storeOption } from './command.ts'
import { ingestOptions, ingestSettings } from './ingest.ts'
import { keepFolderOf } from './keep-folder.ts'
import { isEmbedded, serverOf, storeUrl } from './open-store.ts'
import { stopAsked } from './stop-signal.ts'

const defaultPort = 4747
/** Tried after it, where it was not asked for. */
const otherPorts = 20

export const listenOptions: Command['options'] = {
  port: {
    type: 'string',
    value: 'N',
    help: `port to listen on (default ${defaultPort}, or the next free one)`,
  },
  host: {
    type: 'string',
    value: 'H',
    help: 'address to listen on (default 127.0.0.1; any other needs a token in SKEIN_TOKEN)',
  },
  ingest: {
    type: 'boolean',
    help: 'let papers be brought in from the page also where others can reach it',
  },
  'no-ingest': { type: 'boolean', help: 'let no papers be brought in from the page' },
}

export const serve: Command = {
  name: 'serve',
  usage: 'serve [options]',
  description: `Serves the explorer and its API until Ctrl-C. Other commands may use the same store meanwhile:
they go through the server. Papers can be brought in from the page, and are read with the options given here.`,
  options: { ...listenOptions, ...ingestOptions, ...storeOption },
  examples: [
    { line: 'skein serve --store my-field.db', does: 'explore an embedded store' },
    {
      line: 'skein serve --overrides mine.json',
      does: 'papers brought in from the page keep your decisions',
    },
    { line: 'NEO4J_PASSWORD=… skein serve --store bolt://localhost:7687', does: 'explore a graph in Neo4j' },
  ],
  async run(args) {
    const url = storeUrl(args)
    const listening = listeningOf(args, (path) => path)
    const held = await serverOf(url)
    if (held) {
      process.stdout.write(`This store is already served at ${held.url} (process ${held.pid}).\n`)
      return
    }
    const isNew = isEmbedded(url) && !existsSync(url)
    const store = await openStore(url)
    if (isNew) {
      process.stderr.write(
        `There was no store at ${url}; this one is empty. Fill it with: skein ingest PATH… --store ${url}\n`,
      )
    }
    await serveUntilStopped(store, url, listening)
  },
}

/** Where a person wants the server to listen. */
export interface Listening {
  host: string
  /** The only port to try, or the first of some. */
  port: number
  isOnlyPort: boolean
  /** How papers come in from the page; null where that is turned off. */
  takePapersInto: ((store: GraphStore) => IngestPapers) | null
}

/**
 * @param locate turns a path as typed into one to open
 * @throws UsageError; InputError where the options of an ingest name what cannot be read
 */
export function listeningOf(args: Arguments, locate: (path: string) => string): Listening {
  const host = args.text('host') ?? '127.0.0.1'
  if (args.flag('ingest') && args.flag('no-ingest')) {
    throw new UsageError('--ingest and --no-ingest say the opposite: give one of them.')
  }
  const takesPapers = isLoopback(host) ? !args.flag('no-ingest') : args.flag('ingest')
  const settings = () => ingestSettings(args, locate)
  // What is wrong with them is told now, not when the first papers come.
  settings()
  return {
    host,
    port: args.integer('port', defaultPort, 0, 65_535),
    isOnlyPort: args.text('port') !== null,
    takePapersInto: takesPapers ? (store) => ingestInto(store, settings) : null,
  }
}

/**
 * Serves a store until SIGINT or SIGTERM, then closes it.
 * @throws UsageError for a port or host that cannot be used
 */
export async function serveUntilStopped(store: GraphStore, url: string, listening: Listening): Promise<void> {
  const stopped = stopAsked()
  const token = process.env.SKEIN_TOKEN || null
  const gatewayToken = token ?? randomBytes(24).toString('base64url')
  let server: RunningServer | null = null
  try {
    server = await listen(store, url, listening, token, gatewayToken)
    if (isEmbedded(url)) tellOthers(url, { url: server.url, token: gatewayToken, pid: process.pid })
    process.stdout.write(`Skein explorer: ${server.url}\nStop it with Ctrl-C.\n`)
    await stopped
  } finally {
    if (isEmbedded(url)) removeServerFile(url)
    await server?.close()
    await store.close()
  }
}

interface RunningServer {
  url: string
  close(): Promise<void>
}

async function listen(
  store: GraphStore,
  storeUrl: string,
  { host, port: first, isOnlyPort, takePapersInto }: Listening,
  token: string | null,
  gatewayToken: string,
): Promise<RunningServer> {
  // The API knows nothing of the command line, and the command line of the API this one function.
  // biome-ignore lint/style/noRestrictedImports: the one hand-over that the layout allows
  const { startServer } = await import('../../graph-ui/api/index.ts')
  const ingest = takePapersInto?.(store) ?? null
  const last = isOnlyPort ? first : first + otherPorts
  for (let port = first; ; port++) {
    try {
      const keepFolder = keepFolderOf(storeUrl)
      return await startServer({ store, storeUrl, host, port, token, gatewayToken, keepFolder, ingest })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      if (port < last) continue
      const taken = isOnlyPort ? `Port ${first} is taken` : `The ports ${first} to ${last} are taken`
      throw new UsageError(`${taken}; choose another with --port N, or any free one with --port 0.`)
    }
  }
}

/** Without the file the page works all the same; other commands then find the store held. */
function tellOthers(url: string, server: ServerFile): void {
  try {
    writeServerFile(url, server)
  } catch (error) {
    process.stderr.write(
      `Other commands cannot use this store meanwhile, because no file can be written beside it: ${(error as Error).message}\n`,
    )
  }
}
