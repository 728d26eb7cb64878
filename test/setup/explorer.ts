/** A running explorer on a store of its own. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startServer } from '../../graph-ui/api/index.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { temporaryFolder } from './skein.ts'

export interface RunningExplorer {
  url: string
  store: GraphStore
  close(): Promise<void>
}

export const gatewayToken = 'token-of-the-tests'

/** @param fill puts the graph into the empty store */
export async function startExplorer(fill: (store: GraphStore) => Promise<void>): Promise<RunningExplorer> {
  const folder = temporaryFolder()
  const store = await openStore(join(folder.path, 'graph.db'))
  await store.ensureSchema()
  await fill(store)
  const explorer = await serveStore(store)
  return {
    ...explorer,
    async close() {
      await explorer.close()
      folder.remove()
    },
  }
}

/** Serves a store that is open; closing the explorer closes it. */
export async function serveStore(store: GraphStore): Promise<RunningExplorer> {
  if (!existsSync(join(packageRoot, 'dist/app/index.html'))) {
    spawnSync('npx', ['vite', 'build', 'graph-ui', '--logLevel', 'warn'], {
      cwd: packageRoot,
      stdio: 'inherit',
    })
  }
  const server = await startServer({
    store,
    storeUrl: 'graph.db',
    host: '127.0.0.1',
    port: 0,
    token: null,
    gatewayToken,
    keepFolder: null,
  })
  return {
    url: server.url,
    store,
    async close() {
      await server.close()
      await store.close()
    },
  }
}
