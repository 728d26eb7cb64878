import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import type { CypherAnswer, SearchResult, StoreSchema } from '../../../graph-ui/api/contract.ts'
import { ApiError } from '../../../graph-ui/app/api/request.ts'
import { completeCypher } from '../../../graph-ui/app/cypher/completion.ts'
import { examplesFor } from '../../../graph-ui/app/cypher/examples.ts'
import { createLiveSchema } from '../../../graph-ui/app/cypher/live-schema.ts'
import {
  fieldText,
  fieldTextsOf,
  parameterNames,
  paramsOf,
  readField,
} from '../../../graph-ui/app/cypher/parameters.ts'
import {
  emptyLibrary,
  printSaved,
  readLibrary,
  renamed,
  withAllSaved,
  withoutSaved,
  withRun,
  withSaved,
} from '../../../graph-ui/app/cypher/query-library.ts'
import { createQueryRunner, rowsTold } from '../../../graph-ui/app/cypher/query-runner.ts'
import { variablesOf } from '../../../graph-ui/app/cypher/variables.ts'

describe('parameters of a query', () => {
  it.each([
    ['MATCH (n {id: $id}) WHERE n.x > $least RETURN $id', ['id', 'least']],
    ["RETURN '$no', /* $no */ $`a b`", ['a b']],
    ['RETURN 1 // $no', []],
  ])('%s', (cypher, names) => {
    expect(parameterNames(cypher)).toEqual(names)
  })
  it.each<[unknown, string]>([
    ['ResNet', 'ResNet'],
    ['2017', '"2017"'],
    ['', '""'],
    [2017, '2017'],
    [['a', 1], '["a",1]'],
    [{ a: null }, '{"a":null}'],
  ])('%j is written %s, and read again', (value, text) => {
    expect(fieldText(value)).toBe(text)
    expect(readField(text)).toEqual(value)
  })
  it('are those of the query that have a value', () => {
    expect(paramsOf(['a', 'b', 'c'], { a: '1', b: ' ', d: 'x' })).toEqual({ a: 1 })
    expect(fieldTextsOf({ a: 1, b: 'x' })).toEqual({ a: '1', b: 'x' })
  })
})

describe('the library of queries', () => {
  const query = (cypher: string, fields = {}) => ({ cypher, fields })
  it('remembers a hundred, the last one first and each once', () => {
    let library = emptyLibrary
    for (let i = 0; i < 120; i++) library = withRun(library, query(`RETURN ${i}`))
    library = withRun(library, query('RETURN 100'))
    library = withRun(library, query('RETURN 100', { a: '1' }))
    expect(library.history).toHaveLength(100)
    expect(library.history.slice(0, 3)).toEqual([
      query('RETURN 100', { a: '1' }),
      query('RETURN 100'),
      query('RETURN 119'),
    ])
  })
  it('has no room for more text than a browser keeps', () => {
    const long = query('RETURN $a', { a: 'x'.repeat(300_000) })
    const library = [long, { ...long, cypher: 'RETURN 2, $a' }].reduce(withRun, emptyLibrary)
    expect(library.history.map(({ cypher }) => cypher)).toEqual(['RETURN 2, $a'])
  })
  it('keeps queries under names, renames and deletes them', () => {
    let library = withSaved(emptyLibrary, { name: 'b', ...query('RETURN 1') })
    library = withSaved(library, { name: 'a', ...query('RETURN 2') })
    library = withSaved(library, { name: 'b', ...query('RETURN 3') })
    expect(library.saved.map(({ name, cypher }) => [name, cypher])).toEqual([
      ['a', 'RETURN 2'],
      ['b', 'RETURN 3'],
    ])
    library = renamed(library, 'a', 'c')
    expect(library.saved.map(({ name }) => name)).toEqual(['b', 'c'])
    expect(renamed(library, 'nobody', 'd')).toBe(library)
    expect(withoutSaved(library, 'b').saved.map(({ name }) => name)).toEqual(['c'])
  })
  it('goes through a file', () => {
    const library = withSaved(withRun(emptyLibrary, query('RETURN 9')), {
      name: 'x',
      ...query('RETURN 1', { a: 'b' }),
    })
    const read = readLibrary(printSaved(library))
    expect(read).toEqual({ history: [], saved: library.saved })
    expect(withAllSaved(emptyLibrary, read!.saved).saved).toEqual(library.saved)
    expect(readLibrary(JSON.stringify(library))).toEqual(library)
  })
  it.each(['', 'null', '[]', '{"saved": 3}', 'not JSON'])('%j is none', (text) => {
    expect(readLibrary(text)).toBeNull()
  })
  it('leaves out what is no query', () => {
    const text = JSON.stringify({
      history: [{ cypher: 1 }, null, { cypher: 'RETURN 1', fields: { a: 1, b: 'x' } }],
      saved: [{ name: ' ', cypher: 'RETURN 1' }, { cypher: 'RETURN 2' }, { name: 'x', cypher: '  ' }],
    })
    expect(readLibrary(text)).toEqual({ history: [query('RETURN 1', { b: 'x' })], saved: [] })
  })
})

describe('running queries', () => {
  const answerOf = (count: number, truncated: boolean, maxRows: number): CypherAnswer => ({
    columns: ['n'],
    rows: Array.from({ length: count }, (_, n) => [n]),
    truncated,
    counters: {
      nodesCreated: 0,
      nodesDeleted: 0,
      relationshipsCreated: 0,
      relationshipsDeleted: 0,
      propertiesSet: 0,
    },
    maxRows,
    view: { nodes: [], edges: [] },
    nodes: 0,
  })
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

  /** A store of so many rows, which takes so long. */
  function runnerOn(rows: number, tookMs = 10) {
    const asked: [cypher: string, maxRows: number | 'count'][] = []
    let time = 0
    const runner = createQueryRunner(
      {
        async cypher({ cypher }, maxRows, signal) {
          asked.push([cypher, maxRows])
          time += tookMs
          await turn()
          signal.throwIfAborted()
          if (cypher === 'WRONG') throw new ApiError('wrong', 400, 3)
          return answerOf(Math.min(rows, maxRows), rows > maxRows, maxRows)
        },
        async countRows({ cypher }, signal) {
          asked.push([cypher, 'count'])
          await turn()
          signal.throwIfAborted()
          return rows
        },
      },
      () => {},
      () => time,
    )
    return { runner, asked }
  }
  const told = (runner: ReturnType<typeof createQueryRunner>) => {
    const state = runner.state()
    return state.state === 'answered' ? rowsTold(state) : state.state
  }

  it('counts what was cut off, and asks the answered query for more', async () => {
    const { runner, asked } = runnerOn(3214)
    runner.run({ cypher: 'A', params: {} })
    await turn()
    await Promise.resolve()
    expect(told(runner)).toBe('500 rows of more, counting')
    await turn()
    await turn()
    expect(told(runner)).toBe('500 of 3,214 rows')
    runner.more()
    expect(told(runner)).toBe('running')
    await turn()
    await turn()
    expect(told(runner)).toBe('2,000 of 3,214 rows')
    runner.more()
    await turn()
    await turn()
    expect(told(runner)).toBe('3,214 rows')
    expect(asked).toEqual([
      ['A', 500],
      ['A', 'count'],
      ['A', 2000],
      ['A', 8000],
    ])
  })
  it('does not run a slow query a second time to count it', async () => {
    const { runner, asked } = runnerOn(3214, 5000)
    runner.run({ cypher: 'A', params: {} })
    await turn()
    await turn()
    expect(told(runner)).toBe('500 rows of more')
    expect(asked).toHaveLength(1)
  })
  it('answers only the last of two', async () => {
    const { runner } = runnerOn(3)
    runner.run({ cypher: 'A', params: {} })
    runner.run({ cypher: 'B', params: {} })
    await turn()
    await turn()
    expect(runner.state()).toMatchObject({ state: 'answered', asked: { cypher: 'B' } })
  })
  it('says what failed, of the query that was asked', async () => {
    const { runner } = runnerOn(3)
    runner.run({ cypher: 'WRONG', params: {} })
    await turn()
    await turn()
    expect(runner.state()).toMatchObject({ state: 'failed', asked: { cypher: 'WRONG' }, position: 3 })
  })
  it('can be stopped', async () => {
    const { runner } = runnerOn(3)
    runner.run({ cypher: 'A', params: {} })
    runner.stop()
    await turn()
    await turn()
    expect(told(runner)).toBe('stopped')
  })
})

describe('completion of Cypher', () => {
  const schema: StoreSchema = {
    labels: [{ label: 'Dataset', count: 3 }],
    relationshipTypes: [{ type: 'BASED_ON', count: 1200 }],
    propertyKeys: ['name', 'year'],
  }
  const found: SearchResult = {
    concepts: [
      {
        kind: 'concept',
        key: 'Concept/Method:a',
        type: 'Method',
        name: "D'Alembert",
        alias: null,
        papers: 2,
      },
      { kind: 'concept', key: 'Concept/Task:d', type: 'Task', name: 'detection', alias: null, papers: 1 },
    ],
    papers: [{ kind: 'paper', key: 'Paper/p', title: 'Detecting', year: 2017 }],
  }
  const sources = { schema: async () => schema, search: async () => found }
  const complete = async (before: string, after = '') => {
    const state = EditorState.create({ doc: before + after })
    const result = await completeCypher(sources)(new CompletionContext(state, before.length, false))
    return result?.options ?? []
  }
  it.each([
    ['MATCH (d:', ['Dataset']],
    ['MATCH (d:Da', ['Dataset']],
    ['MATCH (a:Method|Da', ['Dataset']],
    ['MATCH ()-[r:BA', ['BASED_ON']],
    ['MATCH (a) WHERE a.n', ['name', 'year']],
    ['MATCH (a) ', []],
    ['MATCH (a {id: $id}) WHERE a.x = $', ['id']],
    ["MATCH (a {name: 'de", ["D'Alembert", 'detection']],
    ["MATCH (a:Task {name: 'de", ['detection']],
    ["MATCH (a:Paper {title: 'de", ['Detecting']],
    ["MATCH (a {name: 'x'", []],
    ["MATCH (a {name: '", []],
    ['MATCH (d:Dataset', []],
    ['MATCH (a) WHERE a.year', []],
    ['MATCH (heir) RETURN heir', []],
  ])('after %s', async (text, labels) => {
    expect((await complete(text)).map(({ label }) => label)).toEqual(labels)
  })
  it('writes a name so that its quotes do not end it', async () => {
    expect((await complete("MATCH (a:Method {name: 'D"))[0]?.apply).toBe("D\\'Alembert")
    expect((await complete('MATCH (a:Method {name: "D'))[0]?.apply).toBe("D'Alembert")
  })
  it('offers keywords elsewhere, and what the query has named', async () => {
    const labels = (await complete('MATCH (method:Method) RETURN me', ' LIMIT 3')).map(({ label }) => label)
    expect(labels).toContain('MATCH')
    expect(labels[0]).toBe('method')
  })
  it.each([
    [
      'MATCH path = (a:Method)-[r:BASED_ON*1..3]->(b) RETURN count(DISTINCT a) AS many',
      ['path', 'a', 'r', 'b', 'many'],
    ],
    ['UNWIND $ids AS id MATCH (:Paper)-->() RETURN id', ['id']],
    ['MATCH (`odd name`) RETURN 1', []],
  ])('names in %s', (cypher, names) => {
    expect(variablesOf(cypher)).toEqual(names)
  })
  it('asks for the schema again when it may be old', async () => {
    let asked = 0
    let time = 0
    const live = createLiveSchema(
      async () => ({ ...schema, propertyKeys: [String(++asked)] }),
      () => time,
    )
    expect((await live.get())?.propertyKeys).toEqual(['1'])
    time = 10_000
    expect((await live.get())?.propertyKeys).toEqual(['1'])
    time = 30_000
    await live.get()
    await Promise.resolve()
    expect((await live.get())?.propertyKeys).toEqual(['2'])
    live.forget()
    expect((await live.get())?.propertyKeys).toEqual(['3'])
  })
})

describe('worked examples', () => {
  it('are about the strongest concepts; those without one are left out', () => {
    const node = (type: 'Method' | 'Task', name: string, papers: number) => ({
      key: `Concept/${type}:${name}`,
      type,
      name,
      papers,
      year: 2001,
      lastYear: 2020,
      x: 0,
      y: 0,
      community: null,
    })
    const examples = examplesFor([
      node('Method', 'weak', 1),
      node('Method', '2017', 9),
      node('Task', 'one', 3),
    ])
    expect(examples.find(({ title }) => title === 'Lineage of a method')?.fields).toEqual({
      method: '"2017"',
    })
    expect(examples.find(({ title }) => title === 'New and much spoken of')?.fields).toEqual({
      since: '2015',
    })
    expect(examples.map(({ title }) => title)).not.toContain('Bridges between two fields')
    expect(examplesFor([]).length).toBeGreaterThan(5)
  })
})
