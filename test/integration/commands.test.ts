/** Single commands as a person or a script meets them. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../ingest/commands/index.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { fieldDelta } from '../fixtures/field.ts'
import { netPapers } from '../fixtures/net-papers.ts'
import { dataFolder, lacks, lacksData } from '../setup/requirements.ts'
import { skein, temporaryFolder } from '../setup/skein.ts'

let folder: string
let remove: () => void
beforeAll(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterAll(() => remove())

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')

async function ask(store: string, cypher: string): Promise<unknown[][]> {
  const { stdout, stderr, code } = await skein(['query', cypher, '--format', 'json', '--store', store])
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout).rows
}

describe('help', () => {
  it('lists every command', async () => {
    for (const args of [['--help'], ['help'], ['-h']]) {
      const { code, stdout, stderr } = await skein(args)
      expect([code, stderr]).toEqual([0, ''])
      for (const { name, summary } of commands) expect(stdout).toContain(`${name.padEnd(10)}${summary}`)
    }
  })

  it.each(commands.map(({ name }) => name))('of %s has examples and fits a terminal', async (name) => {
    const { code, stdout, stderr } = await skein([name, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    const [before, examples] = stdout.split('\nExamples:\n')
    expect(before).toMatch(new RegExp(`^Usage: skein ${name} `))
    expect(Math.max(...before!.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
    expect(examples).toContain(`skein ${name} `)
    expect((await skein(['help', name])).stdout).toBe(stdout)
  })

  it('gives the version, and knows no help on what is no command', async () => {
    const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
    expect((await skein(['--version'])).stdout).toBe(`${version}\n`)
    const { code, stderr } = await skein(['help', 'weave'])
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no command "weave"\. Commands: start, ingest/)])
  })
})

describe('ingest', () => {
  it('takes files, folders, gzip and standard input, and a paper in two of them once', async () => {
    const store = join(folder, 'inputs.db')
    const plain = file('plain.jsonl', netPapers(3))
    const packed = file('packed.jsonl.gz', gzipSync(netPapers(4)))
    const { code, stderr } = await skein(['ingest', plain, packed, '-', '--store', store], {
      stdin: lines({ title: 'Piped', abstract: 'We propose PipeNet.' }),
    })
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('5 papers, 0 without abstract (5 new, 0 updated, 0 unchanged).')
    const [[sources]] = (await ask(
      store,
      "MATCH (p:Paper {title: 'Net2: beyond Quux'}) RETURN p.sources",
    )) as [[string[]]]
    expect(sources).toHaveLength(2)
    expect(await ask(store, "MATCH (p:Paper {title: 'Piped'}) RETURN p.sources")).toEqual([
      [[expect.stringMatching(/^-: /)]],
    ])
  })

  it('says first that most have no abstract, and how to get them', async () => {
    const titles = file(
      'titles.jsonl',
      lines({ title: 'One' }, { title: 'Two' }, { title: 'Three', abstract: 'A.' }),
    )
    const { stderr } = await skein(['ingest', titles, '--store', join(folder, 'titles.db')])
    expect(stderr).toMatch(/Most of these papers have no abstract.*\n3 papers, 2 without abstract/)
  })

  it('reports what is broken by place, once, and counts it', async () => {
    const broken = file(
      'broken.jsonl',
      `{bad\n${lines({ id: 'x', title: null, abstract: '' }, { title: 'Good' })}`,
    )
    const { code, stderr } = await skein(['ingest', broken, '-', '--store', join(folder, 'broken.db')], {
      stdin: `${lines({ title: 'Fine' })}{worse\n`,
    })
    expect(code, stderr).toBe(0)
    expect(stderr.match(/broken\.jsonl, line \d/g)).toEqual(['broken.jsonl, line 1', 'broken.jsonl, line 2'])
    expect(stderr).toMatch(/standard input, line 2: not JSON/)
    expect(stderr).toMatch(/3 problems, see above/)
  })
})

describe('overrides', () => {
  const records = lines(
    { id: 'a', title: 'On FooNet', abstract: 'We propose FooNet. FooNet outperforms BarNet on CIFAR-10.' },
    { id: 'b', title: 'On FoNet', abstract: 'We propose FoNet. FoNet outperforms BarNet on ImageNet.' },
  )
  const concepts = (store: string) =>
    ask(store, "MATCH (c:Method) WHERE c.name =~ '(?i)f.*net' RETURN c.name ORDER BY c.name")

  it('hold where they are given, and are taken back without them', async () => {
    const store = join(folder, 'overrides.db')
    const papers = file('two.jsonl', records)
    const overrides = file(
      'overrides.json',
      JSON.stringify({ merge: [['Method:FooNet', 'Method:FoNet']], rename: { 'Method:FooNet': 'FOONET' } }),
    )
    const ingest = (...more: string[]) => skein(['ingest', papers, '--store', store, ...more])
    expect((await ingest()).code).toBe(0)
    expect(await concepts(store)).toEqual([['FoNet'], ['FooNet']])
    const { code, stderr } = await ingest('--overrides', overrides)
    expect(code, stderr).toBe(0)
    expect(await concepts(store)).toEqual([['FOONET']])
    await skein(['remove', 'two.jsonl#b', '--overrides', overrides, '--store', store])
    expect(await concepts(store)).toEqual([['FOONET']])
    await ingest()
    expect(await concepts(store)).toEqual([['FoNet'], ['FooNet']])
  })

  it.each([
    ['is not there', null, /override file .*none\.json cannot be read \(ENOENT\)/],
    ['is not JSON', '{merge', /none\.json is not JSON/],
    ['has an unknown part', '{"rename_all": {}}', /none\.json: .*rename_all/s],
    ['names no type', '{"split": ["FooNet"]}', /should be a type and a form, such as "Method:LoRA"/],
  ])('a file that %s stops the ingest before it begins', async (_, content, message) => {
    const path = content === null ? join(folder, 'no', 'none.json') : file('none.json', content)
    const store = join(folder, 'untouched.db')
    const { code, stderr } = await skein([
      'ingest',
      file('two.jsonl', records),
      '--overrides',
      path,
      '--store',
      store,
    ])
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/did not expect/)
    expect((await skein(['stats', '--store', store])).stderr).toContain('There is no store at')
  })
})

describe('explain', () => {
  const records = lines(
    { id: 'a', title: 'One', abstract: 'We use a conditional random field (CRF) to tag words.' },
    { id: 'b', title: 'Two', abstract: 'We estimate the camera response function (CRF) with BERT.' },
    { id: 'c', title: 'Three', abstract: 'Conditional random fields (CRFs) outperform BERT.' },
  )
  let store: string
  // Small and the same on every machine: what is tested is not what a tier reads.
  const ingest = (...more: string[]) =>
    skein(['ingest', file('three.jsonl', records), '--tagger', 'fast', '--store', store, ...more])
  beforeAll(async () => {
    store = join(folder, 'explain.db')
    const { code, stderr } = await ingest()
    expect(code, stderr).toBe(0)
  })
  const explain = (...args: string[]) => skein(['explain', ...args, '--store', store])

  it('says why forms are one concept, with sentences, and why another one is not', async () => {
    const { code, stdout, stderr } = await explain('Conditional Random Field', '--json')
    expect(code, stderr).toBe(0)
    const explanation = JSON.parse(stdout)
    expect(explanation).toMatchObject({ id: 'Method:conditionalrandomfield', papers: 2 })
    const crf = explanation.forms.find(({ form }: { form: string }) => form === 'CRF')
    expect(crf.reasons).toContain('1 paper defines it as short for "conditional random field"')
    expect(crf.evidence).toEqual([
      { paper: 'three.jsonl#a', title: 'One', sentence: expect.stringContaining('random field (CRF)') },
    ])
    expect(explanation.others).toMatchObject([
      { id: 'Method:cameraresponsefunction', reason: expect.stringContaining('"camera response function"') },
    ])
    expect((await explain('Method:conditionalrandomfield')).stdout).toMatch(/why they stay apart/)
    expect((await explain('Method:conditional random field')).stdout).toMatch(/why they stay apart/)
    expect((await explain('Task:Conditional Random Field')).stderr).toMatch(/No concept is called/)
  })

  it('lists the concepts of a name that several have, and near ones of a name that none has', async () => {
    const several = await explain('CRF')
    expect([several.code, several.stdout]).toEqual([1, ''])
    expect(several.stderr).toMatch(/several concepts.*Method:conditionalrandomfield.*Method:cameraresponse/s)
    const none = await explain('BRET')
    expect([none.code, none.stderr]).toEqual([1, expect.stringMatching(/No concept is called "BRET"/)])
    expect((await explain()).code).toBe(2)
  })

  it('names the override file, and no longer once it is gone', async () => {
    const overrides = file(
      'one-crf.json',
      JSON.stringify({ merge: [['Method:conditional random field', 'Method:camera response function']] }),
    )
    await ingest('--overrides', overrides)
    expect((await explain('CRF')).stdout).toContain('merged by the override file')
    await ingest()
    expect((await explain('CRF')).stderr).toContain('several concepts')
  })
})

describe('query', () => {
  it('prints JSON and nothing else, tables and CSV', async () => {
    const store = join(folder, 'query.db')
    await skein(['ingest', file('few.jsonl', netPapers(3)), '--store', store])
    const run = (...args: string[]) => skein(['query', ...args, '--store', store])
    const cypher = 'MATCH (p:Paper) RETURN p.year AS year, p.title AS title ORDER BY year'
    expect((await run(cypher, '--limit', '1')).stdout).toBe(
      '{"columns":["year","title"],"rows":[[2000,"Net0: beyond FooNet"]],"truncated":true}\n',
    )
    const csv = await run(cypher, '--format', 'csv', '--limit', '1')
    expect(csv.stdout).toBe('year,title\r\n2000,Net0: beyond FooNet\r\n')
    expect(csv.stderr).toBe('Only the first 1 rows; --limit N gives more.\n')
    const table = await skein(['query', '-', '--format', 'table', '--store', store], { stdin: cypher })
    expect(table.stdout).toMatch(/^year │ title\n─+┼─+\n2000 │ Net0: beyond FooNet\n/)
  })
})

describe('export', () => {
  let store: string
  beforeAll(async () => {
    store = join(folder, 'field.db')
    const opened = await openStore(store)
    await opened.ensureSchema()
    await opened.apply(fieldDelta)
    await opened.close()
  })
  const won = "MATCH (:Method {name: 'ResNet'})-[r:OUTPERFORMS]->(:Method {name: 'VGG'}) RETURN r"
  const behindIt = ['A Second Look', 'Dense Nets', 'Residual Learning of Images', 'Very Deep Nets']
  const every = fieldDelta.nodes
    .filter(({ label }) => label === 'Paper')
    .map(({ properties }) => properties.title)
  it.each([
    ['an edge', ['--cypher', won], behindIt],
    ['a concept', ['--around', 'VGG', '--depth', '0'], ['Very Deep Nets']],
    ['all concepts', ['--view', 'concepts'], every.toSorted()],
    ['all of the graph', [], every.toSorted()],
  ])('as BibTeX has the papers behind %s', async (_, chosen, titles) => {
    const args = ['export', '--format', 'bibtex', ...chosen, '--store', store]
    const { code, stdout, stderr } = await skein(args)
    expect([code, stderr]).toEqual([0, ''])
    const written = [...stdout.matchAll(/^ {2}title = \{(.*)\},$/gm)]
    expect(written.map(([, title]) => title!.replace('\\&', '&')).sort()).toEqual(titles)
  })
})

describe('extract', () => {
  it('prints one line a record in input order, under its own id, and only data', async () => {
    const records = Array.from({ length: 600 }, (_, i) => ({
      id: `id ${600 - i}/ü`,
      title: i % 3 === 0 ? null : `Net${i}`,
      text: i % 2 === 0 ? 'The same text about BERT.' : `We propose Net${i}.`,
    }))
    const { code, stdout, stderr } = await skein(['extract', '-'], { stdin: lines(...records) })
    expect(code, stderr).toBe(0)
    const printed = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(printed.map(({ id, title }) => ({ id, title }))).toEqual(
      records.map(({ id, title }) => ({ id, title })),
    )
    expect(stderr).toBe('')
  })

  it('goes on after a broken line, which it reports', async () => {
    const { code, stdout, stderr } = await skein(['extract', '-'], {
      stdin: `${lines({ id: 'a', title: 'A' })}{b\n`,
    })
    expect([code, JSON.parse(stdout).id, stderr]).toEqual([
      0,
      'a',
      expect.stringMatching(/^standard input, line 2/),
    ])
  })

  const hasPython = spawnSync('python3', ['--version']).status === 0
  it.skipIf(lacksData('gold/score.py') || lacks('data', hasPython, 'there is no python3 to score with'))(
    'is scored by the scorer of the data as skein eval scores it',
    async () => {
      const gold = join(dataFolder, 'gold/abstracts-dev.jsonl')
      const { stdout } = await skein(['extract', gold])
      const out = file('extracted.jsonl', stdout)
      const scored = spawnSync('python3', [join(dataFolder, 'gold/score.py'), gold, out], {
        encoding: 'utf8',
      })
      expect(scored.status, scored.stderr).toBe(0)
      const measures = (text: string) => text.split('\n').filter((line) => / F1 /.test(line))
      const evaluated = await skein(['eval', 'abstracts', gold])
      expect(measures(evaluated.stdout).length).toBeGreaterThan(5)
      // Figures by label come after those that the scorer gives.
      const shared = measures(evaluated.stdout).slice(0, measures(scored.stdout).length)
      expect(shared).toEqual(measures(scored.stdout))
    },
  )

  it('ends quietly where its reader has seen enough', () => {
    const cli = join(packageRoot, 'dist/ingest/cli.js')
    const papers = file('pipe.jsonl', netPapers(600))
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" extract "$2" | head -n 1', process.execPath, cli, papers],
      {
        encoding: 'utf8',
      },
    )
    expect(JSON.parse(stdout).id).toBe('p0')
    expect(stderr).toBe('')
  })
})

const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0
describe.skipIf(process.platform !== 'linux' || !hasTerminal)('on a terminal', () => {
  it('an ingest draws a bar and takes it away', () => {
    const cli = join(packageRoot, 'dist/ingest/cli.js')
    const papers = file('bar.jsonl', netPapers(100))
    const line = `stty cols 80; "${process.execPath}" "${cli}" ingest "${papers}" --store "${join(folder, 'bar.db')}"`
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { encoding: 'utf8' })
    const drawn = stdout.split('\r').map((text) => text.trim())
    expect(drawn).toContainEqual(expect.stringMatching(/^\[█{24}\] reading 100 papers.*100 %$/))
    expect(Math.max(...stdout.split(/[\r\n]/).map((text) => text.length))).toBeLessThan(80)
    expect(drawn.at(-2)).toMatch(/^100 papers, 0 without abstract/)
  })
})
