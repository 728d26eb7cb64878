import { quoteName, unicodeEscape } from '../graph-store/cypher/quote-name.ts'
import type { PropertyValue } from '../schema.ts'
import { type NodeLabel, nodeLabels } from '../vocabulary.ts'
import { type ExportableGraph, type ExportChunk, type Exporter, sortedEntries } from './exporter.ts'

/** Rows of one UNWIND. */
const batchSize = 200

/**
 * A script for `cypher-shell`: into an empty Neo4j it gives the same graph back. Statements end with ";\n", and no
 * text holds a line break, so that a script may be split there.
 */
export const cypher: Exporter = {
  name: 'cypher',
  label: 'Cypher script (cypher-shell, Neo4j)',
  extension: 'cypher',
  mediaType: 'text/plain',
  parts: ['main'],
  holds: 'graph',
  async *write(graph): AsyncGenerator<ExportChunk> {
    for (const label of nodeLabels) {
      yield statement(
        `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
      )
    }
    yield* writeNodes(graph)
    yield* writeRelationships(graph)
  },
}

const statement = (text: string): ExportChunk => ({ part: 'main', text: `${text};\n` })

async function* writeNodes(graph: ExportableGraph): AsyncGenerator<ExportChunk> {
  const flush = (labels: string, key: NodeLabel, rows: string[]) =>
    statement(`UNWIND [${rows.join(', ')}] AS row MERGE (n:${key} {id: row.id}) SET n = row, n${labels}`)
  yield* inBatches(
    graph.nodes(),
    async ({ label, id, labels, properties }) => ({
      group: [label, labels.map((name) => `:${quoteName(name)}`).join('')] as const,
      row: cypherLiteral({ ...properties, id }),
    }),
    ([key, labels], rows) => flush(labels, key, rows),
  )
}

async function* writeRelationships(graph: ExportableGraph): AsyncGenerator<ExportChunk> {
  yield* inBatches(
    graph.relationships(),
    async ({ type, from, to, properties }) => ({
      group: [type, from.label, to.label] as const,
      row: cypherLiteral({ from: from.id, to: to.id, properties }),
    }),
    ([type, from, to], rows) =>
      statement(
        `UNWIND [${rows.join(', ')}] AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) CREATE (a)-[r:${quoteName(type)}]->(b) SET r = row.properties`,
      ),
  )
}

/** Gathers neighbouring items of one group into rows of one statement. */
async function* inBatches<T, G extends readonly string[]>(
  items: AsyncIterable<T>,
  describe: (item: T) => Promise<{ group: G; row: string }>,
  flush: (group: G, rows: string[]) => ExportChunk,
): AsyncGenerator<ExportChunk> {
  const groups = new Map<string, { group: G; rows: string[] }>()
  for await (const item of items) {
    const { group, row } = await describe(item)
    const name = group.join(' ')
    const batch = groups.get(name) ?? { group, rows: [] }
    groups.set(name, batch)
    batch.rows.push(row)
    if (batch.rows.length < batchSize) continue
    yield flush(group, batch.rows)
    groups.delete(name)
  }
  for (const { group, rows } of groups.values()) yield flush(group, rows)
}

type Literal = PropertyValue | { [key: string]: Literal }

/** A literal of openCypher; maps by key. */
export function cypherLiteral(value: Literal): string {
  if (typeof value === 'string') return `'${escapeText(value)}'`
  if (typeof value === 'number') return numberLiteral(value)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${listLiterals(value).join(', ')}]`
  const entries = sortedEntries(value as Record<string, PropertyValue>)
  return `{${entries.map(([key, entry]) => `${quoteName(key)}: ${cypherLiteral(entry)}`).join(', ')}}`
}

/** Past 2^53 a number is a fraction to Neo4j; as an integer it would not fit. */
function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) return 'null'
  return Number.isSafeInteger(value) ? String(value) : fractionLiteral(value)
}

function fractionLiteral(value: number): string {
  const text = String(value).replace('e+', 'e')
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** A stored list is of one type: beside a fraction, whole numbers are written as fractions too. */
function listLiterals(list: (string | number | boolean)[]): string[] {
  const isFraction = (item: unknown) => typeof item === 'number' && !Number.isSafeInteger(item)
  if (!list.some(isFraction)) return list.map((item) => cypherLiteral(item))
  return list.map((item) => (typeof item === 'number' ? fractionLiteral(item) : cypherLiteral(item)))
}

/** Neo4j decodes `\u005C` and its like before it parses, also after another backslash: each backslash is written as a code. */
function escapeText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\\/g, '\\u005C\\u005C')
    .replaceAll("'", "\\'")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, unicodeEscape)
}
