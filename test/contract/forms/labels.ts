import type { CypherForm } from '../cypher-forms.ts'

export const labelForms: CypherForm[] = [
  {
    name: 'two labels, both required',
    cypher: 'MATCH (n:Concept:Dataset) RETURN n.name',
    rows: [['GLUE'], ['SQuAD']],
  },
  {
    name: 'label disjunction',
    cypher: 'MATCH (n:Dataset|Task) RETURN n.name',
    rows: [['GLUE'], ['Question answering'], ['SQuAD']],
  },
  {
    name: 'label disjunction beside WHERE and OR',
    cypher: "MATCH (n:Dataset|Task) WHERE n.name = 'GLUE' OR n.papers = 3 RETURN n.name",
    rows: [['GLUE']],
  },
  {
    name: 'label disjunction in the middle of a pattern, with a property map',
    cypher: "MATCH (p:Paper)-->(n:Dataset|Method {name: 'GLUE'})<--(m:Method|Task) RETURN p.id, m.name",
    rows: [
      ['p1', 'LoRA'],
      ['p3', 'LoRA'],
    ],
  },
  {
    name: 'label disjunction on a node without a variable',
    cypher: "MATCH (p:Paper {id: 'p4'})-->(:Task|Method) RETURN count(*) AS n",
    rows: [[2]],
  },
  {
    name: 'label disjunction in OPTIONAL MATCH',
    cypher: 'MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(n:Dataset|Task) RETURN p.id, n.name',
    rows: [
      ['p1', 'GLUE'],
      ['p2', 'SQuAD'],
      ['p3', 'GLUE'],
      ['p4', null],
    ],
  },
  {
    name: 'label conjunction with &',
    cypher: 'MATCH (n:Concept&Task) RETURN n.name',
    rows: [['Question answering']],
  },
  {
    name: 'label negation',
    cypher: 'MATCH (n:Concept&!Method) RETURN n.name',
    rows: [['F1'], ['GLUE'], ['Question answering'], ['SQuAD']],
  },
  {
    name: 'label expression with brackets',
    cypher: 'MATCH (n:Concept&(Metric|Task)) RETURN n.name',
    rows: [['F1'], ['Question answering']],
  },
  {
    name: 'label predicate in WHERE',
    cypher: 'MATCH (n:Concept) WHERE n:Metric RETURN n.name',
    rows: [['F1']],
  },
  {
    name: 'label disjunction in WHERE',
    cypher: 'MATCH (n) WHERE n:Metric|Task RETURN n.name',
    rows: [['F1'], ['Question answering']],
  },
  {
    name: 'NOT a label in WHERE',
    cypher: 'MATCH (n) WHERE NOT n:Concept AND NOT n:Claim RETURN n.id',
    rows: [['p1'], ['p2'], ['p3'], ['p4']],
  },
  {
    name: 'type disjunction',
    cypher: "MATCH (p:Paper {id: 'p1'})-[r:INTRODUCES|CITES]->(c) RETURN type(r), c.name",
    rows: [
      ['CITES', 'Fine-tuning'],
      ['CITES', 'GLUE'],
      ['INTRODUCES', 'LoRA'],
    ],
  },
  {
    name: 'type negation',
    cypher: "MATCH (:Paper {id: 'p1'})-[r:!CITES]->(n) RETURN type(r), n.id",
    rows: [
      ['CLAIMS', 'p1#0'],
      ['INTRODUCES', 'Method:lora'],
    ],
    differs: {
      embedded: {
        reason: "the engine has no type expressions but |: write WHERE type(r) <> 'CITES'",
        error: 'QueryError',
      },
    },
  },
  {
    name: 'labels() and type()',
    cypher: 'MATCH (t:Task)<-[r]-(n) RETURN labels(t), type(r), labels(n)',
    rows: [
      [['Concept', 'Task'], 'ADDRESSES', ['Paper']],
      [['Concept', 'Task'], 'BENCHMARK_FOR', ['Concept', 'Dataset']],
    ],
  },
  {
    name: 'count by label',
    cypher: 'MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY n DESC, label',
    rows: [
      ['Concept', 7],
      ['Claim', 4],
      ['Paper', 4],
      ['Method', 3],
      ['Dataset', 2],
      ['Metric', 1],
      ['Task', 1],
    ],
  },
  {
    name: 'count by type',
    cypher: 'MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS n ORDER BY n DESC, type LIMIT 3',
    rows: [
      ['CITES', 11],
      ['CLAIMS', 4],
      ['OBJECT', 4],
    ],
  },
  { name: 'unknown label', cypher: 'MATCH (n:Nonsense) RETURN n', rows: [] },
  { name: 'unknown label counted', cypher: 'MATCH (n:Nonsense) RETURN count(n) AS n', rows: [[0]] },
  { name: 'unknown type', cypher: 'MATCH (a)-[:NONSENSE]->(b) RETURN a, b', rows: [] },
  {
    name: 'unknown property is null',
    cypher: 'MATCH (t:Task) RETURN t.nonsense, t.nonsense IS NULL',
    rows: [[null, true]],
  },
  { name: 'unknown property in WHERE', cypher: "MATCH (n:Paper) WHERE n.nonsense = 'x' RETURN n", rows: [] },
  {
    name: 'quoted names',
    cypher: 'MATCH (`the paper`:`Paper` {`id`: "p1"}) RETURN `the paper`.`title` AS `its title`',
    rows: [['Adapters at rank one']],
  },
]
