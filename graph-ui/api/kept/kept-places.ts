/**
 * Places of the landscape that are kept, so that tomorrow's looks like today's: in a file, or where there is no
 * folder for it in memory only.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Places } from '../../layout/graph.ts'
import { keptPlaceSchema } from '../contract.ts'

const fileName = 'landscape.json'
const fileSchema = z.object({ version: z.literal(1), places: z.array(keptPlaceSchema) })

export interface KeptPlaces {
  /** What was kept last; empty where nothing was, or what was kept cannot be read. */
  read(): Promise<Places>
  /**
   * Takes the place of all that was kept.
   * @returns whether it is on the disk
   */
  write(places: Places): Promise<boolean>
}

/**
 * @param folder made where it is not there; null keeps the places until the server stops
 * @param warn is told once what keeps them from the disk
 */
export function keepPlaces(folder: string | null, warn: (problem: string) => void): KeptPlaces {
  let kept: Promise<Places> | null = null
  let warned = false
  let writing: Promise<unknown> = Promise.resolve()
  let drafts = 0

  function warnOnce(problem: string): void {
    if (!warned) warn(problem)
    warned = true
  }

  async function load(): Promise<Places> {
    if (folder === null) return new Map()
    const path = join(folder, fileName)
    try {
      const { places } = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')))
      return new Map(places.map(({ key, x, y }) => [key, { x, y }]))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        warnOnce(`The places kept in ${path} cannot be read; the landscape is laid out anew.`)
      }
      return new Map()
    }
  }

  /** Whole or not at all: what reads the file meanwhile finds the one before. */
  async function save(to: string, places: Places): Promise<boolean> {
    const draft = join(to, `${fileName}.${process.pid}.${drafts++}`)
    const listed = [...places].map(([key, { x, y }]) => ({ key, x, y }))
    try {
      await mkdir(to, { recursive: true })
      await writeFile(draft, `${JSON.stringify({ version: 1, places: listed })}\n`, { mode: 0o600 })
      await rename(draft, join(to, fileName))
      return true
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {})
      warnOnce(`Places of the landscape cannot be kept in ${to}: ${(error as Error).message}`)
      return false
    }
  }

  return {
    read() {
      kept ??= load()
      return kept
    },
    write(places) {
      kept = Promise.resolve(places)
      if (folder === null) return Promise.resolve(false)
      const saved = writing.then(() => save(folder, places))
      writing = saved
      return saved
    },
  }
}
