import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadProgress, readers, readPapers } from '../../../ingest/readers/index.ts'
import { InputError } from '../../../shared/errors.ts'
import { readAll, readText } from './read-text.ts'

const line = (title: string) =>
  `${JSON.stringify({ title, abstract: 'Größe ist nicht alles — 大きさ 🌲.' })}\n`
const titles = (reading: { records: { title: string | null }[] }) =>
  reading.records.map((record) => record.title)

describe('bytes', () => {
  const text = line('A') + line('B')
  const utf16 = (littleEndian: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return littleEndian ? bytes : bytes.swap16()
  }
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little endian', utf16(true)],
    ['UTF-16, big endian', utf16(false)],
    ['gzip', gzipSync(text)],
    ['gzip of two members', Buffer.concat([gzipSync(line('A')), gzipSync(line('B'))])],
  ])('%s', async (_, bytes) => {
    for (const piece of [1, 5, 100_000]) {
      const { records, problems } = await readText(bytes, piece)
      expect(problems).toEqual([])
      expect(records.map((record) => [record.title, record.abstract])).toEqual([
        ['A', 'Größe ist nicht alles — 大きさ 🌲.'],
        ['B', 'Größe ist nicht alles — 大きさ 🌲.'],
      ])
    }
  })

  it('replaces what is no UTF-8 and names its line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(line('A')),
      Buffer.from('{"title": "M\xfcller"}\n{"title": "\xe9"}\n', 'latin1'),
    ])
    for (const piece of [1, 100_000]) {
      const { records, problems } = await readText(bytes, piece)
      expect(titles({ records })).toEqual(['A', 'M\ufffdller', '\ufffd'])
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatchObject({ file: '-', line: 2 })
      expect(problems[0]?.reason).toContain('and 1 more')
    }
  })

  it('reads what there is of a gzip file that is cut off', async () => {
    const many = Array.from({ length: 2000 }, (_, number) =>
      line(`Title ${number} ${Math.sin(number)}`),
    ).join('')
    const packed = gzipSync(many)
    const { records, problems } = await readText(packed.subarray(0, packed.length / 2), 1000)
    expect(records.length).toBeGreaterThan(500)
    expect(records[0]?.title).toBe('Title 0 0')
    expect(problems.filter((problem) => problem.reason.includes('gzip'))).toHaveLength(1)
  })

  it.each([
    ['', 'empty'],
    [' \n\n', 'empty'],
  ])('calls an empty file empty', async (content, reason) => {
    const { records, problems } = await readText(content)
    expect(records).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.reason).toContain(reason)
  })

  it.each([
    [Buffer.from([1, 2, 0, 3, 4, 5, 6, 7, 8, 9]), /binary file/],
    [Buffer.from('%PDF-1.5 and so on'), /PDF/],
    [Buffer.from('PK\x03\x04 and so on'), /ZIP/],
    [gzipSync(Buffer.alloc(100)), /binary file/],
  ])('refuses a binary file', async (bytes, reason) => {
    await expect(readText(bytes)).rejects.toThrow(reason)
    await expect(readText(bytes)).rejects.toBeInstanceOf(InputError)
  })

  it('passes over a line of 50 MB', async () => {
    const long = 'We present a method. '.repeat(2_500_000)
    const listing = await readText(
      `${line('A')}{"title": "B", "abstract": "${long}"}\n${line('C')}`,
      1_000_000,
    )
    expect(titles(listing)).toEqual(['A', 'C'])
    expect(listing.problems).toMatchObject([{ line: 2 }])
    const plain = await readText(`${long}\n`, 1_000_000)
    expect(plain.records).toEqual([])
    expect(plain.problems).toMatchObject([{ line: 1 }])
    expect(plain.problems[0]?.reason).toContain('200,000')
  })
})

describe('files and folders', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'skein-readers-'))
    const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
    mkdirSync(join(folder, 'papers', 'deep', '.git'), { recursive: true })
    write('papers/b.jsonl', line('b'))
    write('papers/B.jsonl.gz', gzipSync(line('B')))
    write('papers/ä.bib', '@misc{a, title = {ä}}')
    write('papers/deep/a.ris', 'TY  - JOUR\nTI  - deep\nER  - \n')
    write('papers/deep/.git/c.jsonl', line('hidden'))
    write('papers/.hidden.jsonl', line('hidden'))
    write('papers/picture.png', Buffer.from([0x89, 0x50, 0, 0]))
    write('papers/words.txt', 'alder\nbirch\n')
    write('single.jsonl', line('single'))
    mkdirSync(join(folder, 'none'))
    symlinkSync(join(folder, 'papers'), join(folder, 'papers', 'deep', 'circle'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reads a folder in the order of code points, without hidden files', async () => {
    const { records, problems } = await readAll([join(folder, 'papers')])
    expect(titles({ records })).toEqual(['B', 'b', 'deep', 'ä'])
    expect(records[0]?.source.file).toBe(join(folder, 'papers', 'B.jsonl.gz'))
    expect(problems.map((problem) => problem.file)).toEqual(
      ['picture.png', 'words.txt'].map((name) => join(folder, 'papers', name)),
    )
  })

  it('reads the other paths before it says which cannot be read', async () => {
    const read: (string | null)[] = []
    const paths = ['missing.jsonl', 'papers/picture.png', 'papers/words.txt', 'none', 'single.jsonl']
    const reading = async () => {
      for await (const event of readPapers(paths.map((path) => join(folder, path)))) {
        if (event.kind === 'record') read.push(event.record.title)
      }
    }
    const error: Error = await reading().then(
      () => expect.unreachable(),
      (reason) => reason,
    )
    expect(read).toEqual(['single'])
    expect(error).toBeInstanceOf(InputError)
    for (const path of paths.slice(0, 4))
      expect(error.message).toContain(`Cannot read ${join(folder, path)}: `)
    for (const reader of readers) expect(error.message).toContain(reader.label)
  })

  it('tells how far it is', async () => {
    const progress: ReadProgress[] = []
    const paths = [join(folder, 'single.jsonl'), join(folder, 'papers', 'b.jsonl')]
    for await (const _ of readPapers(paths, { onProgress: (now) => progress.push(now) })) {
    }
    const total = Buffer.byteLength(line('single') + line('b'))
    expect(progress.at(-1)).toEqual({ bytesRead: total, bytesTotal: total })
    expect(progress[0]).toEqual({ bytesRead: Buffer.byteLength(line('single')), bytesTotal: total })
  })

  it('ends quietly when it is stopped', async () => {
    const stop = new AbortController()
    const read: unknown[] = []
    for await (const event of readPapers([join(folder, 'papers')], { signal: stop.signal })) {
      read.push(event)
      stop.abort()
    }
    expect(read).toHaveLength(1)
  })
})
