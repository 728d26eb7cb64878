import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { InputError } from '../../shared/errors.ts'

/**
 * Reads a file of JSON Lines, plain or gzipped.
 * @param check says what is wrong with a record, or null
 * @throws InputError with file, line and reason, for the first line that is not as it should be
 */
export function readRecords<T>(file: string, check: (record: T) => string | null): T[] {
  let content: string
  try {
    const bytes = readFileSync(file)
    content = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${(error as Error).message}`)
  }
  const records: T[] = []
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    const problem = (reason: string) => new InputError(`${file}, line ${index + 1}: ${reason}`)
    let record: unknown
    try {
      record = JSON.parse(line)
    } catch (error) {
      throw problem(`not JSON (${(error as Error).message})`)
    }
    if (typeof record !== 'object' || record === null) throw problem('expected an object')
    const reason = check(record as T)
    if (reason) throw problem(reason)
    records.push(record as T)
  }
  if (records.length === 0) throw new InputError(`${file} holds no records`)
  return records
}
