/**
 * Places of the landscape that are kept, so that tomorrow's looks like today's: in a file, or where there is no
 * folder for it in memory only.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Places } from '../../layout/graph.ts'
import { keptPlaceSchema } from '../contract.ts'

const mostKept = 20_000
const fileName = 'landscape.json'
const fileSchema = z.object({ version: z.literal(1), places: z.array(keptPlaceSchema) })

export interface KeptPlaces {
  /** What was kept last; empty where nothing was, or what was kept cannot be read. */
  read(): Promise<Places>
  /**
   * Keeps places beside those that are kept of other nodes: what is out of sight today may be back tomorrow.
   * @returns whether they are on the disk
   */
  add(places: Places): Promise<boolean>
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

  function read(): Promise<Places> {
    kept ??= load()
    return kept
  }

  return {
    read,
    async add(places) {
      // At once: whoever adds next starts from it.
      const merged = read().then((before) => newest([...before, ...places]))
      kept = merged
      if (folder === null) return false
      const saved = writing.then(async () => save(folder, await merged))
      writing = saved
      return saved
    },
  }
}

/** Of more places than are kept the oldest go; a place that is given anew is the newest. */
function newest(places: Iterable<[string, { x: number; y: number }]>): Places {
  const latest: Places = new Map()
  for (const [key, place] of places) {
    latest.delete(key)
    latest.set(key, place)
  }
  return new Map([...latest].slice(-mostKept))
}
