/** The server: API and page over one store. */
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { UsageError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { withoutCredentials } from '../../shared/graph-store/without-credentials.ts'
import type { IngestPapers } from '../../shared/ingest-papers.ts'
import { isLoopback } from '../../shared/loopback.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { limitBody } from './body-limit.ts'
import { answerFailure, NotFoundError } from './failures.ts'
import { type KeptPlaces, keepPlaces } from './kept/kept-places.ts'
import { type KeptReadings, keepReadings } from './kept/kept-readings.ts'
import { servePage } from './page.ts'
import { routes } from './routes/index.ts'
import { papersRoutes } from './routes/papers.ts'
import { guard, securityHeaders } from './security.ts'
import { storeGateway } from './store-gateway.ts'
import { takeTurns, type WriterTurns } from './writer-turns.ts'

export interface ServerOptions {
  store: GraphStore
  /** As the person named it; credentials in it are not shown. */
  storeUrl: string
  host: string
  /** 0 takes any free port. */
  port: number
  /** Needed for everything where others than this machine can reach the server. */
  token: string | null
  /** Needed to use the store through the server, which may write. */
  gatewayToken: string
  /** Takes in papers from the page; null where that is turned off. */
  ingest: IngestPapers | null
  /** Where places of the landscape are kept; null keeps them until the server stops. */
  keepFolder: string | null
}

export interface RunningServer {
  /** Where a person opens the page. */
  url: string
  /**
   * Stops listening and ends open connections; papers that are being taken in are settled first, which may take as
   * long as their batch. The store stays open.
   */
  close(): Promise<void>
}

/**
 * Starts the server.
 * @throws UsageError where it would be open to others without a token, or the address is not one of this machine;
 * the system's error with code EADDRINUSE where the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, token } = options
  if (!isLoopback(host) && token === null) {
    throw new UsageError(
      `Listening on ${host} lets others reach the graph: that needs a token, in SKEIN_TOKEN. Without one, listen on 127.0.0.1.`,
    )
  }
  const kept = keepPlaces(options.keepFolder, (problem) => process.stderr.write(`${problem}\n`))
  const readings = keepReadings(options.store, kept)
  const turns = takeTurns()
  const server = createAdaptorServer({ fetch: createApp(options, readings, turns, kept).fetch }) as Server
  // A large file is taken in no faster than it is read.
  server.requestTimeout = 0
  await listen(server, host, port)
  readings.prepare()
  const address = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${address.port}/`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      turns.stopPapers()
      await turns.papersAreIn()
      server.closeAllConnections()
      await closed
    },
  }
}

function createApp(
  { store, storeUrl, host, token, gatewayToken, ingest }: ServerOptions,
  readings: KeptReadings,
  turns: WriterTurns,
  kept: KeptPlaces,
): Hono {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const app = new Hono()
  app.use('/api/*', async (context, next) => {
    await next()
    const headers = { ...securityHeaders(''), 'content-security-policy': "default-src 'none'" }
    for (const [header, value] of Object.entries(headers)) context.res.headers.set(header, value)
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  })
  app.use('/api/*', guard(host, token))
  const served = { store, readings, kept, storeName: withoutCredentials(storeUrl), version, ingest }
  // Before the limit: a change of the graph is applied as one, however large, and papers come as a stream.
  app.route('/api/store', storeGateway(store, gatewayToken, turns, readings.changed))
  app.route('/api', papersRoutes(served, turns))
  app.use('/api/*', limitBody())
  for (const family of routes) app.route('/api', family(served))
  app.all('/api/*', (context) => {
    throw new NotFoundError(`The API has no ${context.req.method} ${context.req.path}.`)
  })
  app.get('*', servePage())
  app.onError(answerFailure)
  return app
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      const wrongAddress = ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(error.code ?? '')
      reject(
        wrongAddress ? new UsageError(`Cannot listen on ${host}, port ${port}: ${error.message}.`) : error,
      )
    }
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve()
    })
  })
}
