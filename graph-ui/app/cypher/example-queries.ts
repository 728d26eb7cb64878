import type { Example } from './examples.ts'

export const examples: readonly Example[] = [
  {
    title: 'Lineage of a method',
    answers: 'What it is based on, up to four steps back.',
    cypher: `MATCH path = (m:Method {name: $method})-[:BASED_ON*1..4]->(origin:Method)
RETURN path LIMIT 60`,
    about: { method: 'Method' },
  },
  {
    title: 'What grew out of a method',
    answers: 'The methods that are based on it, and those based on them.',
    cypher: `MATCH path = (m:Method {name: $method})<-[:BASED_ON*1..2]-(heir:Method)
RETURN path LIMIT 80`,
    about: { method: 'Method' },
  },
  {
    title: 'State of the art on a dataset',
    answers: 'Methods evaluated on it; first those that fewest others claim to beat.',
    cypher: `MATCH (m:Method)-[e:EVALUATED_ON]->(d:Dataset {name: $dataset})
OPTIONAL MATCH (better:Method)-[o:OUTPERFORMS]->(m)
RETURN m.name AS method, m.firstYear AS since, e.papers AS papers, count(better) AS beatenBy
ORDER BY beatenBy, since DESC, method LIMIT 100`,
    about: { dataset: 'Dataset' },
  },
  {
    title: 'Numbers reported on a dataset',
    answers: 'Every score that a paper states there, with its sentence.',
    cypher: `MATCH (p:Paper)-[:CLAIMS]->(c:Claim)-[:ON_DATASET]->(d:Dataset {name: $dataset})
WHERE c.value IS NOT NULL
RETURN c.subject AS method, c.value AS value, c.unit AS unit, c.metric AS metric,
  c.sentence AS sentence, p.title AS paper, p.year AS year
ORDER BY metric, value DESC LIMIT 200`,
    about: { dataset: 'Dataset' },
  },
  {
    title: 'Contradictions within a claim',
    answers: 'One paper says that a method beats another, a second one that it does not.',
    cypher: `MATCH path = (a:Method)-[r:OUTPERFORMS]->(b:Method)
WHERE r.against > 0
RETURN path, r.papers AS papersFor, r.against AS papersAgainst
ORDER BY papersAgainst DESC, papersFor DESC LIMIT 50`,
    about: {},
  },
  {
    title: 'Each claimed to beat the other',
    answers: 'Pairs of methods of which papers claim both.',
    cypher: `MATCH (a:Method)-[r:OUTPERFORMS]->(b:Method), (b)-[s:OUTPERFORMS]->(a)
WHERE a.id < b.id
RETURN a, b, r, s, r.papers AS first, s.papers AS second
ORDER BY first + second DESC LIMIT 50`,
    about: {},
  },
  {
    title: 'What claims to beat what',
    answers: 'The comparisons that most papers make.',
    cypher: `MATCH path = (a:Method)-[r:OUTPERFORMS]->(b:Method)
RETURN path ORDER BY r.papers DESC LIMIT 40`,
    about: {},
  },
  {
    title: 'The sentences behind a comparison',
    answers: 'Who says that something beats this method, and in which words.',
    cypher: `MATCH (p:Paper)-[:CLAIMS]->(c:Claim {predicate: 'OUTPERFORMS'})-[:OBJECT]->(beaten:Method {name: $method})
RETURN c.subject AS method, c.sentence AS sentence, p.title AS paper, p.year AS year
ORDER BY year, method LIMIT 100`,
    about: { method: 'Method' },
  },
  {
    title: 'First appearances by year',
    answers: 'How many new methods, datasets, tasks and metrics each year brought.',
    cypher: `MATCH (c:Concept) WHERE c.firstYear IS NOT NULL
RETURN c.firstYear AS year, c.type AS type, count(*) AS concepts
ORDER BY year, type`,
    about: {},
  },
  {
    title: 'New and much spoken of',
    answers: 'Concepts of the last years, most papers first.',
    cypher: `MATCH (c:Concept) WHERE c.firstYear >= $since
RETURN c.name AS concept, c.type AS type, c.firstYear AS since, c.papers AS papers
ORDER BY papers DESC, concept LIMIT 50`,
    about: { since: 'year' },
  },
  {
    title: 'Who introduced what',
    answers: 'Concepts with the papers that brought them, oldest first.',
    cypher: `MATCH (p:Paper)-[:INTRODUCES]->(c:Concept)
RETURN c.name AS concept, c.type AS type, p.title AS paper, p.year AS year
ORDER BY year, concept LIMIT 100`,
    about: {},
  },
  {
    title: 'Bridges between two fields',
    answers: 'Methods that are used for both tasks.',
    cypher: `MATCH path = (a:Task {name: $task})<-[:USED_FOR]-(m:Method)-[:USED_FOR]->(b:Task {name: $otherTask})
RETURN path LIMIT 50`,
    about: { task: 'Task', otherTask: 'second Task' },
  },
  {
    title: 'Methods for a task',
    answers: 'What it is done with, most papers first.',
    cypher: `MATCH path = (m:Method)-[r:USED_FOR]->(t:Task {name: $task})
RETURN path ORDER BY r.papers DESC LIMIT 50`,
    about: { task: 'Task' },
  },
  {
    title: 'Benchmarks of a task',
    answers: 'Its datasets, and how many methods were tried on each.',
    cypher: `MATCH (d:Dataset)-[:BENCHMARK_FOR]->(t:Task {name: $task})
OPTIONAL MATCH (m:Method)-[e:EVALUATED_ON]->(d)
RETURN d.name AS dataset, count(m) AS methods, d.firstYear AS since
ORDER BY methods DESC, dataset LIMIT 50`,
    about: { task: 'Task' },
  },
  {
    title: 'The datasets that methods are tried on',
    answers: 'Datasets by the number of methods evaluated on them.',
    cypher: `MATCH (m:Method)-[r:EVALUATED_ON]->(d:Dataset)
RETURN d.name AS dataset, count(m) AS methods, sum(r.papers) AS papers
ORDER BY methods DESC, dataset LIMIT 50`,
    about: {},
  },
  {
    title: 'Claims made with care',
    answers: 'Sentences that say “may”, “might”, “we believe”.',
    cypher: `MATCH (p:Paper)-[:CLAIMS]->(c:Claim {hedged: true})
RETURN c.subject AS subject, c.predicate AS claim, c.object AS object, c.sentence AS sentence, p.year AS year
ORDER BY year DESC, subject LIMIT 100`,
    about: {},
  },
  {
    title: 'Where a method was spoken of',
    answers: 'Papers that mention it, by venue and year.',
    cypher: `MATCH (p:Paper)-[r:INTRODUCES|ADDRESSES|CITES]->(m:Method {name: $method})
RETURN p.venue AS venue, p.year AS year, count(p) AS papers
ORDER BY year, venue LIMIT 200`,
    about: { method: 'Method' },
  },
]
