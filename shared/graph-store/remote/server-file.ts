/** The file beside an embedded store that says which running `skein serve` holds it. */
import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { z } from 'zod'

const serverFileSchema = z.object({ url: z.url(), token: z.string(), pid: z.int() })
export type ServerFile = z.infer<typeof serverFileSchema>

/** Longer than a busy server takes to be connected to, which the system does for it. */
const connectTimeoutMs = 5000

/** Beside the store itself, so that a link to it leads to the same file. */
function serverFilePath(storePath: string): string {
  let path = storePath.replace(/\/+$/, '')
  try {
    path = realpathSync(path)
  } catch {
    // A store that is not there has no server, or one that will say so itself.
  }
  return `${path}.serve.json`
}

/**
 * Writes the file, readable by its owner only; the token in it opens the store for writing. To be called by who
 * holds the store.
 */
export function writeServerFile(storePath: string, server: ServerFile): void {
  const path = serverFilePath(storePath)
  const draft = `${path}.${process.pid}`
  rmSync(draft, { force: true })
  writeFileSync(draft, `${JSON.stringify(server)}\n`, { mode: 0o600, flag: 'wx' })
  renameSync(draft, path)
}

export function removeServerFile(storePath: string): void {
  rmSync(serverFilePath(storePath), { force: true })
}

/**
 * The server that holds the store; null where none says so, and where the one that did is gone: its process has
 * ended, or nothing listens at its address any more (another process may have got its number).
 */
export async function findServer(storePath: string): Promise<ServerFile | null> {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(serverFilePath(storePath), 'utf8'))
  } catch {
    return null
  }
  const parsed = serverFileSchema.safeParse(content)
  if (!parsed.success || !isAlive(parsed.data.pid)) return null
  return (await isListening(parsed.data.url)) ? parsed.data : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) })
    const answer = (listening: boolean) => {
      socket.destroy()
      resolve(listening)
    }
    socket.setTimeout(connectTimeoutMs, () => answer(true))
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}
