import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { withoutCredentials } from '../../shared/graph-store/without-credentials.ts'
import { isEmbedded } from './open-store.ts'

/**
 * Where the explorer keeps the places of its landscape: beside an embedded store, for a database of a server in a
 * folder of its own among the person's data: what somebody arranged cannot be made again.
 */
export function keepFolderOf(url: string): string {
  if (isEmbedded(url)) return `${realPath(url.replace(/\/+$/, ''))}.explorer`
  const name = createHash('sha256').update(withoutCredentials(url)).digest('hex').slice(0, 16)
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'skein', name)
}

/** Beside the store itself, so that a link to it leads to the same folder. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}
