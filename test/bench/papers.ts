import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { dataFolder } from '../setup/requirements.ts'

const corpus = join(dataFolder, 'corpora/papers.jsonl.gz')

/** The first lines of the large corpus of papers, or null where it is not at hand. */
export async function firstPapers(count: number): Promise<string[] | null> {
  if (!existsSync(corpus)) return null
  const lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(corpus).pipe(createGunzip()) })) {
    lines.push(line)
    if (lines.length === count) break
  }
  return lines
}
