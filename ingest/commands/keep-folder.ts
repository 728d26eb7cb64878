import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isEmbedded } from './open-store.ts'

/**
 * Where the explorer keeps the places of its landscape: beside an embedded store, for a database of a server in a
 * folder of its own among the caches of the person.
 */
export function keepFolderOf(url: string): string {
  if (isEmbedded(url)) return `${realPath(url.replace(/\/+$/, ''))}.explorer`
  const address = url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/]*@/i, '$1')
  const name = createHash('sha256').update(address).digest('hex').slice(0, 16)
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'skein', name)
}

/** Beside the store itself, so that a link to it leads to the same folder. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}
