/** What people really hand to a program, and what must come of it. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skein, temporaryFolder } from '../setup/skein.ts'

let folder: string
let remove: () => void
beforeAll(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterAll(() => remove())

let count = 0
function file(name: string, content: string | Buffer): string {
  const path = join(folder, `${count++}-${name}`)
  writeFileSync(path, content)
  return path
}
const newStore = () => join(folder, `${count++}.db`)
const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')

const good = {
  id: 'good',
  title: 'FooNet',
  abstract: 'We propose FooNet. FooNet outperforms BarNet on CIFAR-10.',
}
const valid = lines(good)

async function ask(store: string, cypher: string): Promise<unknown[][]> {
  const { stdout, stderr, code } = await skein(['query', cypher, '--format', 'json', '--store', store])
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout).rows
}
const titles = (store: string) => ask(store, 'MATCH (p:Paper) RETURN p.title ORDER BY p.title')

describe('files that hold no papers', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0, 0]), /binary/],
    ['a program text', 'int main(void) { return 0; }\n', /BibTeX/],
  ])('%s is an error that says what would be accepted', async (_, content, message) => {
    const path = file('strange.dat', content)
    const { code, stderr } = await skein(['ingest', path, '--store', newStore()])
    expect(code).toBe(1)
    expect(stderr).toContain(path)
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/JSON Lines|JSONL/)
  })

  it('an empty file is reported by name', async () => {
    const path = file('empty.jsonl', '')
    const { stderr } = await skein(['ingest', path, '--store', newStore()])
    expect(stderr).toContain(path)
    expect(stderr).toMatch(/empty/)
    expect(stderr).toMatch(/0 papers/)
  })

  it('a file that is not there does not stop the others', async () => {
    const store = newStore()
    const { code, stderr } = await skein([
      'ingest',
      join(folder, 'no.bib'),
      file('a.jsonl', valid),
      '--store',
      store,
    ])
    expect(code).toBe(1)
    expect(stderr).toMatch(/no\.bib/)
    expect(await titles(store)).toEqual([['FooNet']])
  })
})

describe('files that are damaged', () => {
  it('a truncated gzip gives what was readable, and is reported', async () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      id: `p${i}`,
      title: `Title ${i}`,
      abstract: `Text ${i * 7919}.`,
    }))
    const packed = gzipSync(lines(...many))
    const store = newStore()
    const path = file('cut.jsonl.gz', packed.subarray(0, Math.floor(packed.length * 0.7)))
    const { stderr } = await skein(['ingest', path, '--store', store])
    expect(stderr).toMatch(/cut\.jsonl\.gz.*(truncated|ends early|cut|incomplete|unexpected end)/i)
    const [[papers]] = (await ask(store, 'MATCH (p:Paper) RETURN count(p)')) as [[number]]
    expect(papers).toBeGreaterThan(100)
    expect(papers).toBeLessThan(500)
  })

  it('invalid UTF-8 is replaced, and reported with its line', async () => {
    const store = newStore()
    const broken = Buffer.concat([
      Buffer.from(valid),
      Buffer.from('{"id":"b","title":"Caf'),
      Buffer.from([0xe9]),
      Buffer.from(' Net","abstract":"We study caf'),
      Buffer.from([0xe9]),
      Buffer.from('."}\n'),
    ])
    const { stderr, code } = await skein(['ingest', file('latin1.jsonl', broken), '--store', store])
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/line 2.*UTF-8/i)
    expect(await titles(store)).toEqual([['Caf\ufffd Net'], ['FooNet']])
  })

  it('a broken record is reported with file, line and reason, and costs no other', async () => {
    const store = newStore()
    const path = file(
      'mixed.jsonl',
      `${valid}{"title": "cut off\n${lines({ id: 'z', title: 'Zeta', abstract: 'We study zeta.' })}`,
    )
    const { stderr, code } = await skein(['ingest', path, '--store', store])
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/mixed\.jsonl, line 2: .+/)
    expect(stderr).toMatch(/2 papers, 0 without abstract/)
    expect(await titles(store)).toEqual([['FooNet'], ['Zeta']])
  })

  it('a single line of 50 MB does not exhaust memory', async () => {
    const abstract = 'We propose FooNet and evaluate it on CIFAR-10 with a long long text. '.repeat(750_000)
    const store = newStore()
    const { stderr, code } = await skein([
      'ingest',
      file('long.jsonl', lines(good, { id: 'long', title: 'Long', abstract })),
      '--store',
      store,
    ])
    expect(stderr).not.toMatch(/heap|did not expect/)
    expect(code, stderr).toBe(0)
    expect(await ask(store, "MATCH (p:Paper {title:'FooNet'}) RETURN count(p)")).toEqual([[1]])
  })
})

describe('records that repeat', () => {
  it('10,000 papers with one title and different abstracts are all kept', async () => {
    const store = newStore()
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      title: 'Editorial',
      abstract: `Number ${i} of the journal.`,
    }))
    const { stderr, code } = await skein(['ingest', file('same.jsonl', lines(...many)), '--store', store])
    expect(code, stderr).toBe(0)
    expect(await ask(store, 'MATCH (p:Paper) RETURN count(p)')).toEqual([[10_000]])
  })

  it('one id with two texts: both are kept, and it is reported', async () => {
    const store = newStore()
    const twice = lines(
      { id: 'x', title: 'One', abstract: 'We study one thing.' },
      { id: 'x', title: 'Two', abstract: 'We study another thing.' },
    )
    const { stderr, code } = await skein(['ingest', file('twice.jsonl', twice), '--store', store])
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/line 2.*"?x"?/)
    expect(await titles(store)).toEqual([['One'], ['Two']])
  })
})

describe('texts that are strange', () => {
  const strange: Record<string, { title: string; abstract: string }> = {
    german: {
      title: 'Tiefe Netze',
      abstract: 'Wir stellen TiefNetz vor. Es übertrifft FlachNetz auf CIFAR-10 deutlich.',
    },
    chinese: { title: '深度学习', abstract: '我们提出了一种新的方法。该方法在CIFAR-10上优于ResNet。' },
    latex: {
      title: 'Learning $\\alpha$-divergences',
      abstract: 'We use \\textbf{FooNet} with $\\mathcal{O}(n^2)$ cost \\cite{bar}.',
    },
    html: { title: 'Nets &amp; <i>more</i>', abstract: '<p>We propose <b>FooNet</b>.</p> a < b and c > d.' },
    cypher: {
      title: "'; MATCH (n) DETACH DELETE n //",
      abstract: 'We propose `FooNet`) DETACH DELETE n //.',
    },
    script: {
      title: 'Safe',
      abstract: "We propose <script>alert('x')</script> and <img src=x onerror=alert(1)>.",
    },
    emoji: {
      title: '🦙 Llama 🦙',
      abstract: 'We propose 🦙Net 👩‍👩‍👧, which outperforms 🐍Net on CIFAR-10.',
    },
  }

  it('are kept as they are, and every sentence stands at its offsets', async () => {
    const store = newStore()
    const records = Object.entries(strange).map(([id, fields]) => ({ id, ...fields }))
    const { stderr, code } = await skein([
      'ingest',
      file('strange.jsonl', lines(good, ...records)),
      '--store',
      store,
    ])
    expect(code, stderr).toBe(0)
    const papers = await ask(store, 'MATCH (p:Paper) RETURN p.id, p.title, p.abstract')
    expect(papers).toHaveLength(records.length + 1)
    const stored = papers.map(([, title]) => title)
    expect(stored).toContain(strange.cypher!.title)
    expect(stored).toContain(strange.emoji!.title)
    const text = new Map(papers.map(([id, title, abstract]) => [id, `${title}\n${abstract}`]))
    expect([...text.values()].some((value) => value.includes("<script>alert('x')</script>"))).toBe(true)
    const claims = await ask(
      store,
      'MATCH (p:Paper)-[:CLAIMS]->(c:Claim) RETURN p.id, c.sentence, c.start, c.end, c.cue, c.cueStart, c.cueEnd',
    )
    expect(claims.length).toBeGreaterThan(0)
    for (const [id, sentence, start, end, cue, cueStart, cueEnd] of claims) {
      expect(text.get(id)!.slice(start as number, end as number)).toBe(sentence)
      expect(text.get(id)!.slice(cueStart as number, cueEnd as number)).toBe(cue)
    }
  })
})

describe('places that are no store', () => {
  it('a folder that is no store', async () => {
    const path = join(folder, 'just-a-folder')
    mkdirSync(path)
    writeFileSync(join(path, 'notes.txt'), 'mine')
    const { code, stderr } = await skein(['ingest', file('a.jsonl', valid), '--store', path])
    expect(code).toBe(1)
    expect(stderr).toContain(path)
    expect(stderr).not.toMatch(/did not expect/)
  })

  it('a file that is no store', async () => {
    const path = file('notes.txt', 'these are my notes')
    const { code, stderr } = await skein(['stats', '--store', path])
    expect(code).toBe(1)
    expect(stderr).toContain(path)
    expect(stderr).not.toMatch(/did not expect/)
  })

  it('a folder that may not be written', async () => {
    // The superuser may write everywhere but in the kernel's own folders.
    const path = process.getuid?.() === 0 ? '/proc/skein.db' : join(folder, 'locked', 'x.db')
    if (!path.startsWith('/proc')) {
      mkdirSync(join(folder, 'locked'))
      chmodSync(join(folder, 'locked'), 0o500)
    }
    const { code, stderr } = await skein(['ingest', file('a.jsonl', valid), '--store', path])
    expect(code).toBe(1)
    expect(stderr).toContain(path)
    expect(stderr).not.toMatch(/did not expect/)
  })

  it('a store that is not there', async () => {
    const { code, stderr } = await skein(['stats', '--store', join(folder, 'nowhere.db')])
    expect(code).toBe(1)
    expect(stderr).toMatch(/There is no store at .*nowhere\.db.*skein ingest/)
  })

  it('a kind of server that nobody knows', async () => {
    const { code, stderr } = await skein(['stats', '--store', 'mysql://localhost'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/mysql/)
  })
})

describe('wrong use', () => {
  it.each<[string[], RegExp]>([
    [[], /Usage: skein COMMAND/],
    [['weave'], /no command "weave"/],
    [['ingest'], /Which papers/],
    [['ingest', '--stoer', 'x'], /--stoer/],
    [['query'], /Which query/],
    [['query', 'MATCH', '(n)'], /quotes/],
    [['query', 'RETURN 1', '--params', '{x'], /--params/],
    [['query', 'RETURN 1', '--timeout', 'soon'], /--timeout/],
    [['export'], /--format/],
    [['export', '--format', 'docx'], /graphml/],
    [['serve', '--port', '99999999'], /--port/],
    [['serve', '--host', '0.0.0.0'], /SKEIN_TOKEN/],
    [['ingest', 'x', '--tagger', 'best'], /--tagger/],
  ])('skein %j exits with 2', async (args, message) => {
    const { code, stderr } = await skein(args, { env: { SKEIN_STORE: newStore(), SKEIN_TOKEN: '' } })
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/did not expect/)
    expect(code).toBe(2)
  })
})
