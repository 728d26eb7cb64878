import type { CypherForm } from '../cypher-forms.ts'

export const pathForms: CypherForm[] = [
  {
    name: 'path as a result',
    cypher: "MATCH path = (:Paper {id: 'p4'})-[:ADDRESSES]->(:Task)<-[:BENCHMARK_FOR]-(:Dataset) RETURN path",
    rows: [['(p4)-[ADDRESSES]->(Task:qa)<-[BENCHMARK_FOR]-(Dataset:squad)']],
  },
  {
    name: 'nodes(), relationships() and length()',
    cypher:
      "MATCH p = (:Paper {id: 'p1'})-[:CLAIMS]->()-[:SUBJECT]->() RETURN nodes(p), relationships(p), length(p)",
    rows: [[['(p1)', '(p1#0)', '(Method:lora)'], ['[CLAIMS]', '[SUBJECT]'], 2]],
  },
  {
    name: 'variable length with both bounds',
    cypher: "MATCH (:Paper {id: 'p3'})-[:CITES*1..2]->(q:Paper) RETURN q.id",
    rows: [['p1'], ['p1'], ['p2']],
  },
  {
    name: 'variable length, distinct ends',
    cypher: "MATCH (:Method {name: 'Adapter'})-[:OUTPERFORMS*]->(m) RETURN DISTINCT m.name",
    rows: [['Fine-tuning'], ['LoRA']],
  },
  {
    name: 'variable length from zero',
    cypher: "MATCH (:Method {name: 'LoRA'})-[:OUTPERFORMS*0..1]->(m) RETURN m.name",
    rows: [['Fine-tuning'], ['LoRA']],
  },
  {
    name: 'variable length of exactly two',
    cypher: "MATCH p = (:Paper {id: 'p3'})-[:CITES*2]->(:Paper) RETURN p",
    rows: [['(p3)-[CITES]->(p2)-[CITES]->(p1)']],
  },
  {
    name: 'variable length in either direction over several types',
    cypher:
      "MATCH (:Task {name: 'Question answering'})-[:BENCHMARK_FOR|EVALUATED_ON*..2]-(m:Method) RETURN m.name",
    rows: [['Adapter']],
  },
  {
    name: 'relationships of a variable-length pattern',
    cypher:
      "MATCH (:Method {name: 'Adapter'})-[rs:OUTPERFORMS*2]->() RETURN [r IN rs | r.confidence] AS confidences, size(rs) AS n",
    rows: [[[0.7, 0.9], 2]],
  },
  {
    name: 'all() over a path',
    cypher:
      "MATCH p = (:Method {name: 'Adapter'})-[*1..2]->(x:Concept) WHERE all(r IN relationships(p) WHERE r.confidence >= 0.7) RETURN DISTINCT x.name",
    rows: [['Fine-tuning'], ['GLUE'], ['LoRA'], ['Question answering'], ['SQuAD']],
  },
  {
    name: 'shortestPath',
    cypher:
      "MATCH p = shortestPath((a:Method {name: 'Fine-tuning'})-[:OUTPERFORMS|EVALUATED_ON*..5]-(b:Dataset {name: 'GLUE'})) RETURN p, length(p)",
    rows: [['(Method:tuning)<-[OUTPERFORMS]-(Method:lora)-[EVALUATED_ON]->(Dataset:glue)', 2]],
  },
  {
    name: 'shortestPath between variables of an earlier MATCH',
    cypher:
      "MATCH (a:Paper {id: 'p4'}), (b:Metric {name: 'F1'}) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p), nodes(p)[0].id, nodes(p)[-1].id",
    rows: [[3, 'p4', 'Metric:f1']],
  },
  {
    name: 'shortestPath that does not exist',
    cypher: "MATCH p = shortestPath((a:Paper {id: 'p1'})-[:BENCHMARK_FOR*..5]-(b:Task)) RETURN p",
    rows: [],
  },
  {
    name: 'allShortestPaths',
    cypher:
      "MATCH p = allShortestPaths((a:Method {name: 'Adapter'})-[*..4]->(b:Method {name: 'Fine-tuning'})) RETURN p",
    rows: [['(Method:adapter)-[BASED_ON]->(Method:tuning)']],
  },
  {
    name: 'allShortestPaths with several',
    cypher:
      "MATCH p = allShortestPaths((a:Paper {id: 'p3'})-[:CITES|INTRODUCES*..4]-(b:Paper {id: 'p1'})) RETURN length(p), count(*) AS n",
    rows: [[1, 1]],
  },
  {
    name: 'several shortest paths, each a row',
    cypher: "MATCH p = allShortestPaths((a:Dataset {name: 'GLUE'})-[:CITES|ADDRESSES*..6]-(b:Task)) RETURN p",
    rows: [['(Dataset:glue)<-[CITES]-(p1)-[CITES]->(Method:tuning)<-[CITES]-(p4)-[ADDRESSES]->(Task:qa)']],
  },
  {
    name: 'path inside a list and a map',
    cypher: "MATCH p = (:Paper {id: 'p4'})-[:ADDRESSES]->() RETURN [p] AS list, {path: p} AS map",
    rows: [[['(p4)-[ADDRESSES]->(Task:qa)'], { path: '(p4)-[ADDRESSES]->(Task:qa)' }]],
  },
  {
    name: 'startNode() and endNode()',
    cypher: 'MATCH ()-[r:BENCHMARK_FOR]-() RETURN DISTINCT startNode(r).name, endNode(r).name',
    rows: [['SQuAD', 'Question answering']],
  },
  {
    name: 'two-step suggestion: what papers on the same dataset use',
    cypher:
      "MATCH (d:Dataset {name: 'GLUE'})<-[:CITES]-(p:Paper)-[:CITES|INTRODUCES]->(m:Method) RETURN m.name, count(DISTINCT p) AS papers ORDER BY papers DESC, m.name",
    rows: [
      ['LoRA', 2],
      ['Adapter', 1],
      ['Fine-tuning', 1],
    ],
  },
]
