import type { CypherForm } from '../cypher-forms.ts'

export const listForms: CypherForm[] = [
  {
    name: 'list comprehension',
    cypher: 'RETURN [x IN range(1, 6) WHERE x % 2 = 0 | x * x] AS squares',
    rows: [[[4, 16, 36]]],
  },
  {
    name: 'list comprehension without a mapping',
    cypher: "MATCH (p:Paper {id: 'p3'}) RETURN [a IN p.authors WHERE a STARTS WITH 'D'] AS names",
    rows: [[['Di']]],
  },
  {
    name: 'pattern comprehension',
    cypher: 'MATCH (p:Paper) RETURN p.id, size([(p)-[:CLAIMS]->(c) | c.sentence]) AS claims ORDER BY p.id',
    rows: [
      ['p1', 1],
      ['p2', 2],
      ['p3', 1],
      ['p4', 0],
    ],
  },
  {
    name: 'pattern comprehension with WHERE',
    cypher:
      "MATCH (p:Paper {id: 'p2'}) RETURN [(p)-[r:CITES]->(c:Concept) WHERE r.confidence > 0.77 | c.name] AS names",
    rows: [[['LoRA']]],
  },
  {
    name: 'map projection',
    cypher: "MATCH (p:Paper {id: 'p2'}) RETURN p {.title, .year, .missing, kind: 'paper'} AS paper",
    rows: [[{ title: "Sparse adapters don't hurt", year: 2022, missing: null, kind: 'paper' }]],
  },
  {
    name: 'map projection with everything',
    cypher: 'MATCH (m:Metric) RETURN m {.*} AS metric',
    rows: [[{ id: 'Metric:f1', name: 'F1', type: 'Metric', aliases: [], papers: 1 }]],
  },
  {
    name: 'map projection with a variable and a comprehension',
    cypher:
      "MATCH (p:Paper {id: 'p1'}) WITH p, 1 AS rank RETURN p {.id, rank, cites: [(p)-[:CITES]->(m:Method) | m.name]} AS paper",
    rows: [[{ id: 'p1', rank: 1, cites: ['Fine-tuning'] }]],
  },
  {
    name: 'collect',
    cypher:
      'MATCH (p:Paper)-[:CITES]->(c:Concept) WITH p, c ORDER BY c.name RETURN p.id, collect(c.name) AS names ORDER BY p.id',
    rows: [
      ['p1', ['Fine-tuning', 'GLUE']],
      ['p2', ['LoRA', 'SQuAD']],
      ['p3', ['Adapter', 'GLUE', 'LoRA']],
      ['p4', ['Fine-tuning']],
    ],
  },
  {
    name: 'collect DISTINCT',
    cypher: 'MATCH (p:Paper) WITH p ORDER BY p.year RETURN collect(DISTINCT p.year) AS years',
    rows: [[[2021, 2022, 2023]]],
  },
  {
    name: 'slice of a collected list',
    cypher: 'MATCH (c:Concept) WITH c ORDER BY c.papers DESC, c.name RETURN collect(c.name)[0..2] AS top',
    rows: [[['LoRA', 'Adapter']]],
  },
  {
    name: 'nodes and relationships nested in lists and maps',
    cypher:
      'MATCH (t:Task)<-[r:BENCHMARK_FOR]-(d) RETURN {end: t, by: [r, {start: d}]} AS nested, [t, [d]] AS list',
    rows: [
      [
        { end: '(Task:qa)', by: ['[BENCHMARK_FOR]', { start: '(Dataset:squad)' }] },
        ['(Task:qa)', ['(Dataset:squad)']],
      ],
    ],
  },
  {
    name: 'a map named like a path',
    cypher: 'MATCH (t:Task)<-[r:BENCHMARK_FOR]-(d) RETURN {nodes: [t, d], edges: [r]} AS graph',
    rows: [[{ nodes: ['(Task:qa)', '(Dataset:squad)'], edges: ['[BENCHMARK_FOR]'] }]],
  },
  {
    name: 'UNWIND a list',
    cypher: 'UNWIND [3, 1, 2] AS x RETURN x ORDER BY x',
    rows: [[1], [2], [3]],
  },
  {
    name: 'UNWIND a property',
    cypher: 'MATCH (p:Paper) UNWIND p.authors AS author RETURN author, count(*) AS n ORDER BY n DESC, author',
    rows: [
      ['Ada', 2],
      ['Bo', 2],
      ['Cy', 1],
      ['Di', 1],
      ['Eve', 1],
    ],
  },
  {
    name: 'UNWIND a list of maps given as a parameter',
    cypher: 'UNWIND $rows AS row MATCH (p:Paper {id: row.id}) RETURN row.note, p.year ORDER BY p.year',
    params: {
      rows: [
        { id: 'p2', note: 'b' },
        { id: 'p1', note: 'a' },
        { id: 'nobody', note: 'c' },
      ],
    },
    rows: [
      ['a', 2021],
      ['b', 2022],
    ],
  },
  {
    name: 'IN a list of parameters',
    cypher: 'MATCH (p:Paper) WHERE p.id IN $ids RETURN p.id ORDER BY p.id',
    params: { ids: ['p3', 'p1'] },
    rows: [['p1'], ['p3']],
  },
  {
    name: 'IN a property',
    cypher: "MATCH (p:Paper) WHERE 'Ada' IN p.authors RETURN p.id",
    rows: [['p1'], ['p3']],
  },
  {
    name: 'any, all, none, single',
    cypher:
      'WITH [1, 2, 3] AS xs RETURN any(x IN xs WHERE x > 2), all(x IN xs WHERE x > 0), none(x IN xs WHERE x > 3), single(x IN xs WHERE x = 2)',
    rows: [[true, true, true, true]],
  },
  {
    name: 'any over a property',
    cypher: "MATCH (c:Concept) WHERE any(a IN c.aliases WHERE toLower(a) CONTAINS 'rank') RETURN c.name",
    rows: [['LoRA']],
  },
  { name: 'reduce', cypher: 'RETURN reduce(sum = 0, x IN [1, 2, 3, 4] | sum + x) AS sum', rows: [[10]] },
  {
    name: 'head, last, tail, size, reverse',
    cypher: 'WITH [1, 2, 3] AS xs RETURN head(xs), last(xs), tail(xs), size(xs), reverse(xs)',
    rows: [[1, 3, [2, 3], 3, [3, 2, 1]]],
  },
  {
    name: 'index from either end, and past it',
    cypher: 'WITH [1, 2, 3] AS xs RETURN xs[0], xs[-1], xs[9], xs[1..], xs[..-1]',
    rows: [[1, 3, null, [2, 3], [1, 2]]],
  },
  { name: 'list concatenation', cypher: 'RETURN [1, 2] + [3] AS xs', rows: [[[1, 2, 3]]] },
  {
    name: 'an element added to a list',
    cypher: 'RETURN [1, 2] + 3 AS xs',
    rows: [[[1, 2, 3]]],
    differs: {
      embedded: {
        reason: 'the engine adds lists to lists only: write [1, 2] + [3]',
        rows: [[null]],
      },
    },
  },
  {
    name: 'slices counted from the end',
    cypher: 'WITH [1, 2, 3, 4] AS xs RETURN xs[1..-1], xs[-2..], xs[-3..-1], xs[..-5], xs[-9..]',
    rows: [[[2, 3], [3, 4], [2, 3], [], [1, 2, 3, 4]]],
  },
  {
    name: 'aggregate read from and wrapped, ordered by its group',
    cypher:
      'MATCH (p:Paper)-[:CITES]->(c:Method) WITH p, c ORDER BY p.id RETURN c.name, collect(p.id)[..1] AS first, {n: count(*), of: c.name} AS m ORDER BY c.name',
    rows: [
      ['Adapter', ['p3'], { n: 1, of: 'Adapter' }],
      ['Fine-tuning', ['p1'], { n: 2, of: 'Fine-tuning' }],
      ['LoRA', ['p2'], { n: 2, of: 'LoRA' }],
    ],
  },
  {
    name: 'wrapped aggregate, ordered by another aggregate',
    cypher:
      'MATCH (p:Paper)-[:CITES]->(c:Method) RETURN c.name AS name, [min(p.year)] AS first, count(*) ORDER BY count(*) DESC, name',
    rows: [
      ['Fine-tuning', [2021], 2],
      ['LoRA', [2022], 2],
      ['Adapter', [2023], 1],
    ],
  },
  {
    name: 'comprehension over an aggregate in WITH',
    cypher:
      'MATCH (p:Paper) WITH [y IN collect(DISTINCT p.year) WHERE y > 2021] AS years RETURN size(years), 2021 IN years',
    rows: [[2, false]],
  },
  {
    name: 'keys() and properties()',
    cypher:
      "MATCH (:Paper {id: 'p4'})-[r:CITES]->() UNWIND keys(r) AS key RETURN key, properties(r) AS all ORDER BY key",
    rows: [
      ['confidence', { intent: 'uses', confidence: 0.65 }],
      ['intent', { intent: 'uses', confidence: 0.65 }],
    ],
  },
  {
    name: 'dynamic property',
    cypher: "MATCH (p:Paper {id: 'p1'}) RETURN p['title'], p[$key]",
    params: { key: 'year' },
    rows: [['Adapters at rank one', 2021]],
  },
  {
    name: 'access to a map',
    cypher: "WITH {a: {b: [10, 20]}} AS m RETURN m.a.b[1], m['a'].b[0]",
    rows: [[20, 10]],
  },
]
