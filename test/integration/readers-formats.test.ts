import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPapers } from '../../ingest/readers/index.ts'
import type { PaperRecord } from '../../shared/schema.ts'
import { paperRecordSchema } from '../../shared/schema.ts'
import { dataFolder, lacksData } from '../setup/requirements.ts'

async function read(path: string) {
  const records: PaperRecord[] = []
  const problems: string[] = []
  for await (const event of readPapers([path])) {
    if (event.kind === 'record') records.push(paperRecordSchema.parse(event.record))
    else problems.push(event.problem.reason)
  }
  return { records, problems }
}

/** Records and abstracts that a file holds, as SOURCES.tsv states them; null for what is not read (PDF). */
function expectedCounts(): { file: string; records: number; abstracts: number }[] {
  const table = readFileSync(join(dataFolder, 'samples/formats/SOURCES.tsv'), 'utf8')
  const rows = table.trim().split('\n').slice(1)
  return rows.flatMap((row) => {
    const [file, , , , remark] = row.split('\t')
    const counts = /^(\d+) records?, (\d+) with abstract/.exec(remark ?? '')
    return counts ? { file: file!, records: Number(counts[1]), abstracts: Number(counts[2]) } : []
  })
}

describe.skipIf(lacksData('samples/formats/SOURCES.tsv'))('real files of bibliographic formats', () => {
  const cases = lacksData('samples/formats/SOURCES.tsv') ? [] : expectedCounts()

  it('are listed', () => {
    expect(cases.length).toBeGreaterThan(30)
  })

  it.each(cases)('$file: $records records, $abstracts abstracts', async ({ file, records, abstracts }) => {
    const reading = await read(join(dataFolder, 'samples/formats', file))
    expect(reading.records).toHaveLength(records)
    expect(reading.records.filter((record) => record.abstract !== null)).toHaveLength(abstracts)
    // Whatever is reported is a record that states neither title nor abstract.
    const untitled = reading.records.filter((record) => record.title === null && record.abstract === null)
    expect(reading.problems).toHaveLength(untitled.length)
    for (const problem of reading.problems) expect(problem).toContain('neither title nor abstract')
    for (const record of reading.records) {
      expect(record.title ?? '').not.toMatch(/<\/?[a-z]+>|\\[a-z]+\{|\s{2}|&amp;/)
      expect(record.abstract ?? '').not.toMatch(/<\/?(?:jats:)?[a-z]+>|\s{2}/)
    }
  })

  it('reads the whole folder, PDFs apart', async () => {
    const { records } = await read(join(dataFolder, 'samples/formats'))
    expect(records).toHaveLength(cases.reduce((sum, { records }) => sum + records, 0))
  })
})

describe.skipIf(lacksData('samples/trending.txt'))('the two listings', () => {
  it('abstracts.txt has an abstract a line', async () => {
    const { records, problems } = await read(join(dataFolder, 'samples/abstracts.txt'))
    expect(problems).toEqual([])
    expect(records).toHaveLength(12)
    expect(records.every((record) => record.title === null && record.abstract !== null)).toBe(true)
  })

  it('trending.txt has titles and abstracts in turn', async () => {
    const { records, problems } = await read(join(dataFolder, 'samples/trending.txt'))
    expect(problems).toEqual([])
    expect(records).toHaveLength(178)
    expect(records.every((record) => record.title !== null && record.abstract !== null)).toBe(true)
    expect(records[0]?.title).toBe('Fast Deep Autoencoder for Federated learning')
    expect(records[0]?.source.place).toBe('line 3')
  })
})
