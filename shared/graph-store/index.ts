/** Opens any store by what a person calls it. */
import { UsageError } from '../errors.ts'
import { type EmbeddedOptions, openEmbedded } from './embedded/index.ts'
import type { GraphStore } from './store.ts'

export interface StoreOptions extends EmbeddedOptions {
  /** Default: the environment's NEO4J_USER, else `neo4j`. */
  user?: string
  /** Default: the environment's NEO4J_PASSWORD. Never part of the address, which shows in process lists and logs. */
  password?: string
}

const neo4jSchemes = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']

/**
 * @param url a path (embedded), or the address of a Neo4j: `bolt://`, `neo4j://`, `neo4j+s://`
 * @throws UsageError for an address of another kind
 * @throws StoreUnavailableError where the store does not open
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<GraphStore> {
  // One letter is a drive of Windows, not a scheme.
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(url)?.[1]?.toLowerCase()
  if (scheme === undefined) {
    if (url.trim() === '') throw new UsageError('The store has no name. Give a path or a bolt:// address.')
    return openEmbedded(url, options)
  }
  if (!neo4jSchemes.includes(scheme)) {
    throw new UsageError(
      `${scheme}:// is no kind of store. Give a path (embedded), or an address that starts with ${neo4jSchemes.map((name) => `${name}://`).join(', ')}.`,
    )
  }
  const { openNeo4j } = await import('./neo4j/index.ts')
  return openNeo4j(url, {
    user: options.user ?? process.env.NEO4J_USER ?? 'neo4j',
    password: options.password ?? process.env.NEO4J_PASSWORD ?? '',
  })
}
