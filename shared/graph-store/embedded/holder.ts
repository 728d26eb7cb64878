/** A file beside the store that names the process holding it; the engine's lock says that there is one, not which. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

function holderPath(storePath: string): string {
  return `${storePath}.pid`
}

export function writeHolder(storePath: string): void {
  try {
    writeFileSync(holderPath(storePath), `${process.pid}\n`)
  } catch {
    // On a full disk the store can be read all the same; only its holder has no name then.
  }
}

export function forgetHolder(storePath: string): void {
  rmSync(holderPath(storePath), { force: true })
}

/** The process that last opened the store, or null where it is gone. */
export function readHolder(storePath: string): number | null {
  let pid: number | null = null
  try {
    pid = Number.parseInt(readFileSync(holderPath(storePath), 'utf8'), 10)
    process.kill(pid, 0)
    return pid
  } catch (error) {
    // Another user's process is there, but may not be asked.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null
  }
}
