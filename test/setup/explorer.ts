/** A running explorer on a store of its own. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startServer } from '../../graph-ui/api/index.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { IngestPapers } from '../../shared/ingest-papers.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { temporaryFolder } from './skein.ts'

export interface RunningExplorer {
  url: string
  store: GraphStore
  close(): Promise<void>
}

export const gatewayToken = 'token-of-the-tests'

/** How papers get into a store from the page. */
export type TakePapers = (store: GraphStore) => IngestPapers

/**
 * @param fill puts the graph into the empty store
 * @param takePapers null where none can be brought in from the page
 */
export async function startExplorer(
  fill: (store: GraphStore) => Promise<void>,
  takePapers: TakePapers | null = null,
): Promise<RunningExplorer> {
  const folder = temporaryFolder()
  const store = await openStore(join(folder.path, 'graph.db'))
  await store.ensureSchema()
  await fill(store)
  const explorer = await serveStore(store, takePapers?.(store))
  return {
    ...explorer,
    async close() {
      await explorer.close()
      folder.remove()
    },
  }
}

/** Serves a store that is open; closing the explorer closes it. */
export async function serveStore(
  store: GraphStore,
  ingest: IngestPapers | null = null,
): Promise<RunningExplorer> {
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
    ingest,
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
