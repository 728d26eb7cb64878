import type { CypherForm } from '../cypher-forms.ts'

export const subqueryForms: CypherForm[] = [
  {
    name: 'EXISTS subquery',
    cypher: 'MATCH (p:Paper) WHERE EXISTS { (p)-[:CLAIMS]->(:Claim {negated: true}) } RETURN p.id',
    rows: [['p3']],
  },
  {
    name: 'EXISTS subquery with MATCH and WHERE',
    cypher:
      'MATCH (c:Concept) WHERE EXISTS { MATCH (c)<-[r:CITES]-(p:Paper) WHERE p.year > 2022 AND r.confidence > 0.55 } RETURN c.name',
    rows: [['Adapter'], ['Fine-tuning'], ['LoRA']],
  },
  {
    name: 'NOT EXISTS subquery',
    cypher: 'MATCH (c:Method) WHERE NOT EXISTS { (c)<-[:INTRODUCES]-() } RETURN c.name',
    rows: [['Fine-tuning']],
  },
  {
    name: 'exists() of a pattern',
    cypher: 'MATCH (p:Paper) WHERE exists((p)-[:INTRODUCES]->()) RETURN p.id',
    rows: [['p1'], ['p2']],
  },
  {
    name: 'COUNT subquery in RETURN',
    cypher: 'MATCH (p:Paper) RETURN p.id, COUNT { (p)-[:CITES]->(:Concept) } AS n ORDER BY p.id',
    rows: [
      ['p1', 2],
      ['p2', 2],
      ['p3', 3],
      ['p4', 1],
    ],
  },
  {
    name: 'COUNT subquery in WHERE',
    cypher: 'MATCH (p:Paper) WHERE COUNT { (p)-[:CLAIMS]->() } > 1 RETURN p.id',
    rows: [['p2']],
  },
  {
    name: 'COLLECT subquery',
    cypher:
      "MATCH (p:Paper {id: 'p2'}) RETURN COLLECT { MATCH (p)-[:CLAIMS]->(c) RETURN c.predicate ORDER BY c.predicate } AS predicates",
    rows: [[['BASED_ON', 'OUTPERFORMS']]],
    differs: {
      embedded: {
        reason:
          'the engine has no COLLECT subquery: use a pattern comprehension, or CALL { … RETURN collect(…) }',
        error: 'QueryError',
      },
    },
  },
  {
    name: 'CALL subquery with an importing WITH',
    cypher:
      'MATCH (p:Paper) CALL { WITH p MATCH (p)-[:CITES]->(c:Concept) RETURN count(c) AS n } RETURN p.id, n ORDER BY p.id',
    rows: [
      ['p1', 2],
      ['p2', 2],
      ['p3', 3],
      ['p4', 1],
    ],
  },
  {
    name: 'CALL subquery with a scope',
    cypher:
      'MATCH (p:Paper) CALL (p) { MATCH (p)-[:INTRODUCES]->(c) RETURN c.name AS name } RETURN p.id, name ORDER BY p.id',
    rows: [
      ['p1', 'LoRA'],
      ['p2', 'Adapter'],
    ],
  },
  {
    name: 'CALL subquery, the best of each',
    cypher:
      'MATCH (p:Paper) CALL { WITH p MATCH (p)-[r:CITES]->(c:Concept) RETURN c.name AS best ORDER BY r.confidence DESC, c.name LIMIT 1 } RETURN p.id, best ORDER BY p.id',
    rows: [
      ['p1', 'GLUE'],
      ['p2', 'LoRA'],
      ['p3', 'Adapter'],
      ['p4', 'Fine-tuning'],
    ],
  },
  {
    name: 'CALL subquery with UNION',
    cypher:
      'CALL { MATCH (d:Dataset) RETURN d.name AS name UNION MATCH (t:Task) RETURN t.name AS name } RETURN name ORDER BY name',
    rows: [['GLUE'], ['Question answering'], ['SQuAD']],
  },
  {
    name: 'standalone CALL subquery',
    cypher: 'CALL { MATCH (p:Paper) RETURN max(p.year) AS latest } RETURN latest',
    rows: [[2023]],
  },
]
