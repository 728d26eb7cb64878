/** Worked examples: what one asks a graph of papers. */
export interface Example {
  title: string
  cypher: string
}

export const examples: readonly Example[] = [
  {
    title: 'Who introduced what, oldest first',
    cypher: `MATCH (p:Paper)-[i:INTRODUCES]->(c:Concept)
RETURN c.name AS concept, c.type AS type, p.title AS paper, p.year AS year
ORDER BY year, concept LIMIT 100`,
  },
  {
    title: 'What claims to beat what, most papers first',
    cypher: `MATCH path = (a:Method)-[r:OUTPERFORMS]->(b:Method)
RETURN path ORDER BY r.papers DESC LIMIT 40`,
  },
  {
    title: 'The lineage of a method',
    cypher: `MATCH path = (m:Method)-[:BASED_ON*1..3]->(origin:Method)
RETURN path LIMIT 60`,
  },
  {
    title: 'Datasets by the number of methods evaluated on them',
    cypher: `MATCH (m:Method)-[r:EVALUATED_ON]->(d:Dataset)
RETURN d.name AS dataset, count(m) AS methods, sum(r.papers) AS papers
ORDER BY methods DESC, dataset LIMIT 50`,
  },
  {
    title: 'The sentences behind one comparison',
    cypher: `MATCH (p:Paper)-[:CLAIMS]->(c:Claim {predicate: 'OUTPERFORMS'})-[:OBJECT]->(beaten:Method)
RETURN beaten.name AS beaten, c.sentence AS sentence, p.title AS paper, p.year AS year
ORDER BY beaten, year LIMIT 100`,
  },
  {
    title: 'Methods for a task',
    cypher: `MATCH path = (m:Method)-[:USED_FOR]->(t:Task)
WHERE t.name CONTAINS 'translation'
RETURN path LIMIT 50`,
  },
  {
    title: 'Concepts by decade',
    cypher: `MATCH (c:Concept) WHERE c.firstYear IS NOT NULL
RETURN c.firstYear / 10 * 10 AS decade, c.type AS type, count(*) AS concepts
ORDER BY decade, type`,
  },
]
