import { randomBytes } from 'node:crypto'
import { UsageError } from '../../shared/errors.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import {
  readServerFile,
  removeServerFile,
  writeServerFile,
} from '../../shared/graph-store/remote/server-file.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { type Arguments, type Command, storeOption } from './command.ts'
import { isEmbedded, storeUrl } from './open-store.ts'

const defaultPort = 4747

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
}

export const serve: Command = {
  name: 'serve',
  usage: 'serve [options]',
  description: `Serves the explorer and its API until Ctrl-C. Other commands may use the same store meanwhile:
they go through the server.`,
  options: { ...listenOptions, ...storeOption },
  examples: [
    { line: 'skein serve --store my-field.db', does: 'explore an embedded store' },
    { line: 'NEO4J_PASSWORD=… skein serve --store bolt://localhost:7687', does: 'explore a graph in Neo4j' },
  ],
  async run(args) {
    const url = storeUrl(args)
    const held = isEmbedded(url) ? readServerFile(url) : null
    if (held) {
      process.stdout.write(`This store is already served at ${held.url} (process ${held.pid}).\n`)
      return
    }
    await serveUntilStopped(await openStore(url), url, args)
  },
}

/**
 * Serves a store until SIGINT or SIGTERM, then closes it.
 * @throws UsageError for a port or host that cannot be used
 */
export async function serveUntilStopped(store: GraphStore, url: string, args: Arguments): Promise<void> {
  const asked = args.text('port')
  // The API knows nothing of the command line, and the command line of the API this one function.
  // biome-ignore lint/style/noRestrictedImports: the one hand-over that the layout allows
  const { startServer } = await import('../../graph-ui/api/index.ts')
  const token = process.env.SKEIN_TOKEN || null
  const ownToken = token ?? randomBytes(24).toString('base64url')
  let server: { url: string; close(): Promise<void> } | null = null
  try {
    const first = args.integer('port', defaultPort, 0, 65_535)
    const last = asked === null ? first + 20 : first
    for (let port = first; server === null; port++) {
      try {
        server = await startServer({
          store,
          storeUrl: url,
          host: args.text('host') ?? '127.0.0.1',
          port,
          token,
          gatewayToken: ownToken,
        })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
        if (port >= last) throw new UsageError(`Port ${first} is taken; choose another with --port N.`)
      }
    }
    if (isEmbedded(url)) writeServerFile(url, { url: server.url, token: ownToken, pid: process.pid })
    process.stdout.write(`Skein explorer: ${server.url}\nStop it with Ctrl-C.\n`)
    await stopSignal()
  } finally {
    if (isEmbedded(url)) removeServerFile(url)
    await server?.close()
    await store.close()
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
