import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('./read-generated.ts', import.meta.url))

/**
 * The input is several times the heap that the reading process may use: one that held on to what it read would die.
 */
describe('constant memory', () => {
  it.each([
    ['jsonl', 100],
    ['json', 40],
    ['json-wrapped', 40],
    ['json-by-id', 40],
    ['bibtex', 40],
    ['ris', 40],
    ['csv', 40],
    ['atom', 40],
    ['listing', 40],
  ])('%s of %i MB with a heap of 32 MB', async (format, megabytes) => {
    const args = ['--max-old-space-size=32', '--import', 'tsx', program, format, String(megabytes)]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const result = JSON.parse(stdout)
    expect(result.records).toBe(result.written)
    expect(result.problems).toBe(0)
  })
})
