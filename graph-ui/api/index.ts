/** The server: API and page over one store. */
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { UsageError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { limitBody } from './body-limit.ts'
import { answerFailure, NotFoundError } from './failures.ts'
import { type KeptPlaces, keepPlaces } from './kept/kept-places.ts'
import { servePage } from './page.ts'
import { routes } from './routes/index.ts'
import { keepCatalogue, type LiveCatalogue } from './search/live-catalogue.ts'
import { guard, isLoopback, securityHeaders } from './security.ts'
import { storeGateway } from './store-gateway.ts'

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
  /** Where places of the landscape are kept; null keeps them until the server stops. */
  keepFolder: string | null
}

export interface RunningServer {
  /** Where a person opens the page. */
  url: string
  /** Stops listening and ends open connections; the store stays open. */
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
  const catalogue = keepCatalogue(options.store, kept)
  const server = createAdaptorServer({ fetch: createApp(options, catalogue, kept).fetch }) as Server
  await listen(server, host, port)
  catalogue.prepare()
  const address = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function createApp(
  { store, storeUrl, host, token, gatewayToken }: ServerOptions,
  catalogue: LiveCatalogue,
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
  const served = { store, catalogue, kept, storeName: withoutCredentials(storeUrl), version }
  // Before the limit: a change of the graph is applied as one, however large.
  app.route('/api/store', storeGateway(store, gatewayToken, catalogue.changed))
  app.use('/api/*', limitBody())
  for (const family of routes) app.route('/api', family(served))
  app.all('/api/*', (context) => {
    throw new NotFoundError(`The API has no ${context.req.method} ${context.req.path}.`)
  })
  app.get('*', servePage())
  app.onError(answerFailure)
  return app
}

function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/]*@/i, '$1')
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
