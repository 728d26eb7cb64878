import type { CypherForm } from '../cypher-forms.ts'

export const clauseForms: CypherForm[] = [
  {
    name: 'ORDER BY, SKIP, LIMIT',
    cypher: 'MATCH (c:Concept) RETURN c.name ORDER BY c.papers DESC, c.name SKIP 1 LIMIT 3',
    rows: [['Adapter'], ['Fine-tuning'], ['GLUE']],
  },
  {
    name: 'SKIP and LIMIT as parameters',
    cypher: 'MATCH (p:Paper) RETURN p.id ORDER BY p.id SKIP $skip LIMIT $limit',
    params: { skip: 1, limit: 2 },
    rows: [['p2'], ['p3']],
  },
  {
    name: 'ORDER BY a property that is not returned',
    cypher: 'MATCH (p:Paper) RETURN p.id ORDER BY p.year DESC, p.title',
    rows: [['p3'], ['p4'], ['p2'], ['p1']],
  },
  {
    name: 'ORDER BY puts null last, and first when descending',
    cypher: 'MATCH (p:Paper) RETURN p.venue ORDER BY p.venue DESC LIMIT 2',
    rows: [[null], ['ICLR']],
  },
  {
    name: 'ORDER BY an aggregate',
    cypher:
      'MATCH (p:Paper)-[:CITES|INTRODUCES]->(c:Concept) RETURN c.name, count(p) ORDER BY count(p) DESC, c.name LIMIT 2',
    rows: [
      ['LoRA', 3],
      ['Adapter', 2],
    ],
  },
  {
    name: 'DISTINCT',
    cypher: 'MATCH (p:Paper)-[:CITES]->(:Concept) RETURN DISTINCT p.year ORDER BY p.year',
    rows: [[2021], [2022], [2023]],
  },
  {
    name: 'WITH chain, aggregate then filter',
    cypher:
      'MATCH (p:Paper)-[:CITES]->(c:Concept) WITH c, count(p) AS papers WHERE papers > 1 RETURN c.name, papers ORDER BY c.name',
    rows: [
      ['Fine-tuning', 2],
      ['GLUE', 2],
      ['LoRA', 2],
    ],
  },
  {
    name: 'WITH ORDER BY LIMIT, then MATCH',
    cypher:
      'MATCH (c:Concept) WITH c ORDER BY c.papers DESC, c.name LIMIT 1 MATCH (p:Paper)-[:CITES]->(c) RETURN c.name, p.id ORDER BY p.id',
    rows: [
      ['LoRA', 'p2'],
      ['LoRA', 'p3'],
    ],
  },
  {
    name: 'WITH *',
    cypher:
      "MATCH (a:Method {name: 'LoRA'}) WITH *, 1 AS one MATCH (a)-[:EVALUATED_ON]->(d) RETURN a.name, one, d.name",
    rows: [['LoRA', 1, 'GLUE']],
  },
  {
    name: 'RETURN *',
    cypher: "MATCH (a:Method {name: 'LoRA'})-[:EVALUATED_ON]->(b) RETURN *",
    rows: [['(Method:lora)', '(Dataset:glue)']],
  },
  {
    name: 'aggregates',
    cypher:
      'MATCH (p:Paper) RETURN count(*) AS n, min(p.year) AS low, max(p.year) AS high, sum(p.year) AS sum, avg(p.year) AS mean',
    rows: [[4, 2021, 2023, 8089, 2022.25]],
  },
  {
    name: 'aggregates over nothing',
    cypher:
      'MATCH (p:Nothing) RETURN count(p) AS n, sum(p.year) AS sum, max(p.year) AS high, collect(p) AS list',
    rows: [[0, 0, null, []]],
  },
  {
    name: 'count(x) leaves out null',
    cypher: 'MATCH (p:Paper) RETURN count(p.venue), count(*), count(DISTINCT p.venue)',
    rows: [[3, 4, 2]],
  },
  {
    name: 'grouping by an expression',
    cypher: 'MATCH (p:Paper) RETURN p.year >= 2023 AS recent, count(*) AS n ORDER BY recent',
    rows: [
      [false, 2],
      [true, 2],
    ],
  },
  {
    name: 'percentileCont and stDev',
    cypher: 'UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 0.5) AS median, stDev(x) AS deviation',
    rows: [[2.5, 1.290994449]],
  },
  {
    name: 'UNION removes doubles',
    cypher: 'RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x',
    rows: [[1], [2]],
  },
  {
    name: 'UNION ALL keeps them',
    cypher: "MATCH (d:Dataset) RETURN 'dataset' AS kind UNION ALL MATCH (t:Task) RETURN 'task' AS kind",
    rows: [['dataset'], ['dataset'], ['task']],
  },
  {
    name: 'simple CASE',
    cypher:
      "MATCH (p:Paper) RETURN p.id, CASE p.venue WHEN 'ACL' THEN 'nlp' WHEN 'ICLR' THEN 'ml' ELSE '?' END AS field",
    rows: [
      ['p1', 'ml'],
      ['p2', 'nlp'],
      ['p3', '?'],
      ['p4', 'nlp'],
    ],
  },
  {
    name: 'searched CASE',
    cypher:
      "MATCH (c:Claim) RETURN c.id, CASE WHEN c.negated THEN 'against' WHEN c.confidence > 0.65 THEN 'sure' ELSE 'weak' END AS verdict",
    rows: [
      ['p1#0', 'sure'],
      ['p2#0', 'sure'],
      ['p2#1', 'weak'],
      ['p3#0', 'against'],
    ],
  },
  {
    name: 'parameters',
    cypher: 'MATCH (p:Paper {id: $id}) WHERE p.year = $year AND $flag RETURN p.title, $map.deep[1] AS deep',
    params: { id: 'p1', year: 2021, flag: true, map: { deep: [1, 'two'] } },
    rows: [['Adapters at rank one', 'two']],
  },
  {
    name: 'comments and a semicolon',
    cypher: "// first\nMATCH (p:Paper) /* CREATE (x) */ WHERE p.id = 'p1' // second\nRETURN p.title; ",
    rows: [['Adapters at rank one']],
  },
  {
    name: 'keywords in any case',
    cypher: "match (p:Paper) where p.id = 'p1' return p.year as Year order by Year limit 1",
    rows: [[2021]],
  },
  {
    name: 'RETURN alone',
    cypher: 'RETURN 1 + 2 * 3 AS x, "text" AS y, [1, 2] AS z, null AS n',
    rows: [[7, 'text', [1, 2], null]],
  },
]
