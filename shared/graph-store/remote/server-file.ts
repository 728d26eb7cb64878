/** The file beside an embedded store that says which running `skein serve` holds it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const serverFileSchema = z.object({ url: z.url(), token: z.string(), pid: z.int() })
export type ServerFile = z.infer<typeof serverFileSchema>

function serverFilePath(storePath: string): string {
  return `${storePath.replace(/\/+$/, '')}.serve.json`
}

/** Writes the file, readable by its owner only; the token in it opens the store for writing. */
export function writeServerFile(storePath: string, server: ServerFile): void {
  const path = serverFilePath(storePath)
  rmSync(path, { force: true })
  writeFileSync(path, `${JSON.stringify(server)}\n`, { mode: 0o600 })
}

export function removeServerFile(storePath: string): void {
  rmSync(serverFilePath(storePath), { force: true })
}

/** The server that holds the store, or null where none says so or the one that did has died. */
export function readServerFile(storePath: string): ServerFile | null {
  const path = serverFilePath(storePath)
  if (!existsSync(path)) return null
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
  const parsed = serverFileSchema.safeParse(content)
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
