import type { ManagedTransaction } from 'neo4j-driver'
import { conceptTypes } from '../../schema.ts'
import { quoteName } from '../cypher/quote-name.ts'
import type { GraphDelta, NodeKey, NodeWrite, RelationshipKey } from '../store.ts'
import { toParameter } from './values.ts'

const rowsPerStatement = 5000

/**
 * Writes a change inside a transaction. Rows of one shape share a statement, because labels and types cannot be
 * parameters on every server. Everything goes in the order of its keys, so that writers that meet wait for each
 * other instead of locking each other out.
 */
export async function applyDelta(transaction: ManagedTransaction, delta: GraphDelta): Promise<void> {
  const run = async (cypher: string, rows: object[]) => {
    for (let at = 0; at < rows.length; at += rowsPerStatement) {
      await transaction.run(cypher, { rows: toParameter(rows.slice(at, at + rowsPerStatement)) })
    }
  }
  for (const group of groups(delta.deleteRelationships, relationshipShape, relationshipOrder)) {
    await run(
      `UNWIND $rows AS row ${matchEnds(group[0]!)} MATCH (a)-[r:${quoteName(group[0]!.type)}]->(b) DELETE r`,
      group.map(({ from, to }) => ({ from: from.id, to: to.id })),
    )
  }
  for (const group of groups(delta.deleteNodes, ({ label }) => label, nodeOrder)) {
    await run(
      `UNWIND $rows AS row MATCH (n:${quoteName(group[0]!.label)} {id: row.id}) DETACH DELETE n`,
      group.map(({ id }) => ({ id })),
    )
  }
  for (const group of groups(delta.nodes, nodeShape, nodeOrder)) {
    await run(
      `UNWIND $rows AS row MERGE (n:${quoteName(group[0]!.label)} {id: row.id}) SET n = row.properties${changeLabels(group[0]!)}`,
      group.map(({ id, properties }) => ({ id, properties: { ...properties, id } })),
    )
  }
  for (const group of groups(delta.relationships, relationshipShape, relationshipOrder)) {
    await run(
      `UNWIND $rows AS row ${matchEnds(group[0]!)} MERGE (a)-[r:${quoteName(group[0]!.type)}]->(b) SET r = row.properties`,
      group.map(({ from, to, properties }) => ({ from: from.id, to: to.id, properties })),
    )
  }
}

/** A concept whose type has changed must not keep the label of the old one. */
function changeLabels({ label, labels }: NodeWrite): string {
  const kept = [...new Set(labels)].filter((other) => other !== label)
  const dropped = label === 'Concept' ? conceptTypes.filter((type) => !kept.includes(type)) : []
  const list = (names: readonly string[]) => names.map((name) => `:${quoteName(name)}`).join('')
  return `${kept.length > 0 ? ` SET n${list(kept)}` : ''}${dropped.length > 0 ? ` REMOVE n${list(dropped)}` : ''}`
}

function matchEnds({ from, to }: RelationshipKey): string {
  return `MATCH (a:${quoteName(from.label)} {id: row.from}) MATCH (b:${quoteName(to.label)} {id: row.to})`
}

function nodeShape({ label, labels }: NodeWrite): string {
  return [label, ...labels.toSorted()].join('\n')
}

function relationshipShape({ type, from, to }: RelationshipKey): string {
  return [type, from.label, to.label].join('\n')
}

function nodeOrder({ id }: NodeKey): string {
  return id
}

function relationshipOrder({ from, to }: RelationshipKey): string {
  return `${from.id}\n${to.id}`
}

/** Items of one shape together; shapes, and the items of each, in order. */
function groups<T>(items: T[], shape: (item: T) => string, order: (item: T) => string): T[][] {
  const byShape = new Map<string, T[]>()
  for (const item of items) {
    const key = shape(item)
    const group = byShape.get(key)
    if (group) group.push(item)
    else byShape.set(key, [item])
  }
  const shapes = [...byShape.keys()].sort()
  return shapes.map((key) =>
    byShape
      .get(key)!
      .map((item) => ({ item, key: order(item) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ item }) => item),
  )
}
