import type { CypherForm } from '../cypher-forms.ts'

export const valueForms: CypherForm[] = [
  {
    name: 'STARTS WITH, ENDS WITH, CONTAINS',
    cypher:
      "MATCH (p:Paper) WHERE p.title STARTS WITH 'Ad' OR p.title ENDS WITH 'hurt' OR p.title CONTAINS 'urvey' RETURN p.id",
    rows: [['p1'], ['p2'], ['p3']],
  },
  {
    name: 'NOT CONTAINS',
    cypher: "MATCH (c:Method) WHERE NOT c.name CONTAINS 'R' RETURN c.name",
    rows: [['Adapter'], ['Fine-tuning']],
  },
  {
    name: 'search in any case',
    cypher: "MATCH (c:Concept) WHERE toLower(c.name) CONTAINS toLower('QU') RETURN c.name",
    rows: [['Question answering'], ['SQuAD']],
  },
  {
    name: 'regular expression',
    cypher: "MATCH (c:Concept) WHERE c.name =~ '.*[Qq]u.*' RETURN c.name",
    rows: [['Question answering'], ['SQuAD']],
  },
  {
    name: 'regular expression in any case',
    cypher: "MATCH (c:Concept) WHERE c.name =~ '(?i)lora|glue' RETURN c.name",
    rows: [['GLUE'], ['LoRA']],
  },
  {
    name: 'a regular expression has to match the whole text',
    cypher: "MATCH (c:Concept) WHERE c.name =~ 'Lo' RETURN c.name",
    rows: [],
  },
  {
    name: 'quotes and emoji',
    cypher: "MATCH (p:Paper) WHERE p.title CONTAINS \"don't\" OR p.title ENDS WITH '🚀' RETURN p.title",
    rows: [["Sparse adapters don't hurt"], ['Tiny models 🚀']],
  },
  {
    name: 'escapes in a string',
    cypher:
      "RETURN 'it\\'s' AS a, 'tab\\there' AS b, 'line\\nbreak' AS c, '\\u00e9' AS d, 'back\\\\slash' AS e",
    rows: [["it's", 'tab\there', 'line\nbreak', 'é', 'back\\slash']],
  },
  {
    name: 'string functions',
    cypher:
      "RETURN toUpper('a') AS a, trim('  b ') AS b, replace('cat', 'c', 'h') AS c, split('a,b', ',') AS d, substring('hello', 1, 3) AS e, left('hello', 2) AS f, right('hello', 2) AS g, reverse('abc') AS h",
    rows: [['A', 'b', 'hat', ['a', 'b'], 'ell', 'he', 'lo', 'cba']],
  },
  {
    name: 'string concatenation',
    cypher: "MATCH (p:Paper {id: 'p1'}) RETURN p.venue + ' ' + toString(p.year) AS place, size(p.title) AS n",
    rows: [['ICLR 2021', 20]],
  },
  {
    name: 'conversions',
    cypher:
      "RETURN toInteger('42') AS a, toFloat('1.5') AS b, toString(7) AS c, toBoolean('true') AS d, toInteger('x') AS e",
    rows: [[42, 1.5, '7', true, null]],
  },
  {
    name: 'coalesce',
    cypher: "MATCH (p:Paper) RETURN p.id, coalesce(p.venue, 'unknown') AS venue",
    rows: [
      ['p1', 'ICLR'],
      ['p2', 'ACL'],
      ['p3', 'unknown'],
      ['p4', 'ACL'],
    ],
  },
  {
    name: 'IS NULL and IS NOT NULL',
    cypher: 'MATCH (p:Paper) WHERE p.venue IS NULL RETURN p.id, p.year IS NOT NULL',
    rows: [['p3', true]],
  },
  {
    name: 'comparison with null is null',
    cypher: 'RETURN null = null AS a, null <> 1 AS b, 1 IN [null] AS c, NOT null AS d, null AND false AS e',
    rows: [[null, null, null, null, false]],
  },
  {
    name: 'WHERE leaves out null',
    cypher: "MATCH (p:Paper) WHERE p.venue <> 'ACL' RETURN p.id",
    rows: [['p1']],
  },
  {
    name: 'ranges chained',
    cypher: 'MATCH (p:Paper) WHERE 2021 < p.year <= 2023 RETURN p.id',
    rows: [['p2'], ['p3'], ['p4']],
  },
  {
    name: 'AND, OR, XOR, NOT',
    cypher: 'RETURN true AND NOT false AS a, true XOR true AS b, false OR true AS c',
    rows: [[true, false, true]],
  },
  {
    name: 'arithmetic',
    cypher: 'RETURN 7 / 2 AS a, 7.0 / 2 AS b, 7 % 4 AS c, 2 ^ 3 AS d, -3 + 1 AS e',
    rows: [[3, 3.5, 3, 8, -2]],
  },
  {
    name: 'mathematical functions',
    cypher:
      'RETURN abs(-2) AS a, round(2.5) AS b, floor(2.7) AS c, ceil(2.1) AS d, sqrt(16) AS e, sign(-3) AS f',
    rows: [[2, 3, 2, 3, 4, -1]],
  },
  {
    name: 'large whole numbers',
    cypher: 'RETURN 9007199254740991 AS safe, 9007199254740993 AS past',
    rows: [[9007199254740991, '9007199254740993']],
  },
  {
    name: 'numbers by exponent',
    cypher: 'RETURN 1.5e3 AS a, 1e-3 AS b, 0.5 AS c',
    rows: [[1500, 0.001, 0.5]],
  },
  {
    name: 'lists and maps compared',
    cypher: 'RETURN [1, 2] = [1, 2] AS a, {x: 1} = {x: 1} AS b, [1] = [2] AS c',
    rows: [[true, true, false]],
  },
  {
    name: 'id through a function',
    cypher: "MATCH (p:Paper {id: 'p1'}) RETURN elementId(p) IS NOT NULL AS a, id(p) IS NOT NULL AS b",
    rows: [[true, true]],
  },
  {
    name: 'the shape of a random identifier',
    cypher: "RETURN randomUUID() =~ '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}' AS ok",
    rows: [[true]],
    differs: {
      embedded: { reason: 'the engine has no randomUUID(); only Neo4j has it', error: 'QueryError' },
    },
  },
]
