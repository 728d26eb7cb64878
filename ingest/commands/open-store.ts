/** Opens the store that a command was given, through the running server where one holds it. */
import { existsSync } from 'node:fs'
import { StoreUnavailableError } from '../../shared/errors.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import { openRemote } from '../../shared/graph-store/remote/index.ts'
import { findServer, type ServerFile } from '../../shared/graph-store/remote/server-file.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { Arguments } from './command.ts'

export function storeUrl(args: Arguments): string {
  return args.text('store') ?? (process.env.SKEIN_STORE || 'skein.db')
}

/** Whether the URL names a file of the embedded store and not a server. */
export function isEmbedded(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:\/\//i.test(url)
}

/** The running `skein serve` that holds a store, or null. */
export async function serverOf(url: string): Promise<ServerFile | null> {
  return isEmbedded(url) ? findServer(url) : null
}

/** Opens a store for loading; creates an embedded one that is not there. */
export async function openForWriting(url: string): Promise<GraphStore> {
  const server = await serverOf(url)
  if (server) return openRemote(server)
  try {
    return await openStore(url)
  } catch (error) {
    // A server that was just starting held the store before it said so.
    const started = error instanceof StoreUnavailableError ? await serverOf(url) : null
    if (started) return openRemote(started)
    throw error
  }
}

/** Opens a store for reading. @throws StoreUnavailableError where an embedded one is not there */
export async function openForReading(url: string): Promise<GraphStore> {
  if (isEmbedded(url) && !existsSync(url)) {
    throw new StoreUnavailableError(
      `There is no store at ${url}. Make one with: skein ingest PATH… --store ${url}, or name another with --store.`,
    )
  }
  return openForWriting(url)
}

/** Runs a function with a store, and closes it whatever happens. */
export async function withStore<T>(
  open: Promise<GraphStore>,
  use: (store: GraphStore) => Promise<T>,
): Promise<T> {
  const store = await open
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
