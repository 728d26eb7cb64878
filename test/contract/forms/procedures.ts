import type { CypherForm } from '../cypher-forms.ts'

export const procedureForms: CypherForm[] = [
  {
    name: 'db.labels()',
    cypher: 'CALL db.labels()',
    rows: [['Claim'], ['Concept'], ['Dataset'], ['Method'], ['Metric'], ['Paper'], ['Task']],
  },
  {
    name: 'db.labels() YIELD',
    cypher: "CALL db.labels() YIELD label WHERE label STARTS WITH 'M' RETURN label ORDER BY label",
    rows: [['Method'], ['Metric']],
  },
  {
    name: 'db.relationshipTypes()',
    cypher: 'CALL db.relationshipTypes() YIELD relationshipType RETURN count(*) AS n',
    rows: [[12]],
  },
  {
    name: 'db.propertyKeys()',
    cypher:
      "CALL db.propertyKeys() YIELD propertyKey AS key WITH key WHERE key IN ['title', 'aliases', 'nonsense'] RETURN key ORDER BY key",
    rows: [['aliases'], ['title']],
  },
  {
    name: 'db.schema.visualization()',
    cypher: 'CALL db.schema.visualization() YIELD nodes, relationships RETURN size(nodes) > 0 AS some',
    rows: [[true]],
    differs: {
      embedded: {
        reason: 'the procedure draws a picture for Neo4j Browser; only Neo4j has it',
        error: 'QueryError',
      },
    },
  },
  {
    name: 'db.index.fulltext.queryNodes()',
    cypher: "CALL db.index.fulltext.queryNodes('concept_names', 'rank') YIELD node, score RETURN node.name",
    rows: [['LoRA']],
    differs: {
      embedded: {
        reason: 'the engine has no full-text index of several properties; only Neo4j has it',
        error: 'QueryError',
      },
    },
  },
]
