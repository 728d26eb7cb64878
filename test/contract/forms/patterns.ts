import type { CypherForm } from '../cypher-forms.ts'

export const patternForms: CypherForm[] = [
  {
    name: 'the query of the design: who claims to beat LoRA',
    cypher:
      "MATCH (p:Paper)-[:CLAIMS]->(c:Claim {predicate:'OUTPERFORMS'})-[:OBJECT]->(:Method {name:'LoRA'}) RETURN p.title, c.sentence",
    rows: [["Sparse adapters don't hurt", 'Adapters beat LoRA on SQuAD.']],
  },
  { name: 'node by label', cypher: 'MATCH (p:Paper) RETURN p.id', rows: [['p1'], ['p2'], ['p3'], ['p4']] },
  {
    name: 'node by property map',
    cypher: "MATCH (c:Concept {name: 'GLUE'}) RETURN c.id",
    rows: [['Dataset:glue']],
  },
  {
    name: 'node by two properties',
    cypher: "MATCH (p:Paper {venue: 'ACL', year: 2022}) RETURN p.id",
    rows: [['p2']],
  },
  {
    name: 'directed relationship',
    cypher: "MATCH (:Paper {id: 'p1'})-[:CITES]->(c) RETURN c.id",
    rows: [['Dataset:glue'], ['Method:tuning']],
  },
  {
    name: 'relationship against its direction',
    cypher: "MATCH (c:Concept {id: 'Dataset:glue'})<-[:CITES]-(p) RETURN p.id",
    rows: [['p1'], ['p3']],
  },
  {
    name: 'relationship in either direction',
    cypher: "MATCH (p:Paper {id: 'p2'})-[:CITES]-(q:Paper) RETURN q.id",
    rows: [['p1'], ['p3']],
  },
  {
    name: 'either direction, without type or variable',
    cypher: "MATCH (c:Concept {id: 'Task:qa'})--(n) RETURN n.id",
    rows: [['Dataset:squad'], ['p4']],
  },
  {
    name: 'arrow without brackets',
    cypher: "MATCH (p:Paper {id: 'p4'})-->(c) RETURN c.id",
    rows: [['Method:tuning'], ['Task:qa']],
  },
  {
    name: 'relationship with variable and property',
    cypher: "MATCH (p:Paper)-[r:CITES {intent: 'background'}]->(c) RETURN p.id, c.id, r.confidence",
    rows: [
      ['p3', 'Dataset:glue', 0.5],
      ['p3', 'Method:adapter', 0.6],
      ['p3', 'Method:lora', 0.6],
    ],
  },
  {
    name: 'chain of three',
    cypher: 'MATCH (p:Paper)-[:CLAIMS]->(:Claim)-[:ON_DATASET]->(d:Dataset) RETURN p.id, d.name',
    rows: [
      ['p1', 'GLUE'],
      ['p2', 'SQuAD'],
    ],
  },
  {
    name: 'one variable twice in a pattern',
    cypher: 'MATCH (p:Paper)-[:CITES]->(c:Concept)<-[:SUBJECT]-(:Claim)<-[:CLAIMS]-(p) RETURN p.id, c.id',
    rows: [['p3', 'Method:lora']],
  },
  {
    name: 'two patterns joined by a comma',
    cypher: 'MATCH (p:Paper)-[:INTRODUCES]->(a), (q:Paper)-[:CITES]->(a) RETURN p.id, q.id, a.name',
    rows: [
      ['p1', 'p2', 'LoRA'],
      ['p1', 'p3', 'LoRA'],
      ['p2', 'p3', 'Adapter'],
    ],
  },
  {
    name: 'two MATCH clauses',
    cypher: "MATCH (a:Method {name: 'LoRA'}) MATCH (a)-[:EVALUATED_ON]->(d) RETURN a.name, d.name",
    rows: [['LoRA', 'GLUE']],
  },
  {
    name: 'cartesian product',
    cypher: 'MATCH (d:Dataset), (t:Task) RETURN d.name, t.name',
    rows: [
      ['GLUE', 'Question answering'],
      ['SQuAD', 'Question answering'],
    ],
  },
  {
    name: 'a relationship is not walked twice in one pattern',
    cypher: "MATCH (a:Paper {id: 'p1'})<-[:CITES]-(x:Paper)-[:CITES]->(b:Paper) RETURN x.id, b.id",
    rows: [['p3', 'p2']],
  },
  {
    name: 'pairs that share a concept',
    cypher:
      'MATCH (p:Paper)-[:CITES]->(c:Concept)<-[:CITES]-(q:Paper) WHERE p.id < q.id RETURN p.id, q.id, c.name',
    rows: [
      ['p1', 'p3', 'GLUE'],
      ['p1', 'p4', 'Fine-tuning'],
      ['p2', 'p3', 'LoRA'],
    ],
  },
  {
    name: 'OPTIONAL MATCH without a match gives null',
    cypher: 'MATCH (p:Paper) OPTIONAL MATCH (p)-[:INTRODUCES]->(c) RETURN p.id, c.name',
    rows: [
      ['p1', 'LoRA'],
      ['p2', 'Adapter'],
      ['p3', null],
      ['p4', null],
    ],
  },
  {
    name: 'OPTIONAL MATCH with WHERE',
    cypher:
      'MATCH (p:Paper) OPTIONAL MATCH (p)-[r:CITES]->(c:Concept) WHERE r.confidence > 0.7 RETURN p.id, count(c) AS n',
    rows: [
      ['p1', 2],
      ['p2', 2],
      ['p3', 0],
      ['p4', 0],
    ],
  },
  {
    name: 'pattern as a predicate',
    cypher: 'MATCH (c:Concept) WHERE (c)<-[:INTRODUCES]-(:Paper) RETURN c.name',
    rows: [['Adapter'], ['LoRA']],
  },
  {
    name: 'negated pattern as a predicate',
    cypher: 'MATCH (p:Paper) WHERE NOT (p)-[:CLAIMS]->() RETURN p.id',
    rows: [['p4']],
  },
  {
    name: 'WHERE inside a node pattern',
    cypher: 'MATCH (p:Paper WHERE p.year > 2022)-[:CITES]->(c:Method) RETURN p.id, c.name',
    rows: [
      ['p3', 'Adapter'],
      ['p3', 'LoRA'],
      ['p4', 'Fine-tuning'],
    ],
  },
  {
    name: 'WHERE inside a relationship pattern',
    cypher: 'MATCH (p:Paper)-[r:CITES WHERE r.confidence >= 0.8]->(c) RETURN p.id, c.name',
    rows: [
      ['p1', 'Fine-tuning'],
      ['p1', 'GLUE'],
      ['p2', 'LoRA'],
    ],
  },
]
