import type { Transaction } from '@grafeo-db/js'
import type { GraphDelta, NodeKey, NodeWrite, RelationshipKey, RelationshipWrite } from '../store.ts'

/** Rows of one statement: the engine stops a statement after 30 s, and needs about 0.1 s for this many. */
const batchSize = 4000

/**
 * Writes a change inside a transaction; the caller commits.
 * Rows of one shape share a statement, because the engine parses no label or type from a parameter.
 */
export async function applyDelta(transaction: Transaction, delta: GraphDelta): Promise<void> {
  const run = async (cypher: string, rows: object[]) => {
    for (let at = 0; at < rows.length; at += batchSize) {
      await transaction.executeCypher(cypher, { rows: rows.slice(at, at + batchSize) })
    }
  }
  for (const [, group] of groupBy(delta.deleteRelationships, relationshipShape)) {
    await run(
      `UNWIND $rows AS row ${matchEnds(group[0]!)} MATCH (a)-[r:${name(group[0]!.type)}]->(b) DELETE r`,
      group.map(endIds),
    )
  }
  for (const [label, group] of groupBy(delta.deleteNodes, (key) => key.label)) {
    await run(
      `UNWIND $rows AS row MATCH (n:${name(label)} {id: row.id}) DETACH DELETE n`,
      group.map(({ id }) => ({ id })),
    )
  }
  for (const [, group] of groupBy(delta.nodes, nodeShape)) await writeNodes(transaction, group, run)
  for (const [, group] of groupBy(delta.relationships, relationshipShape)) {
    await run(
      `UNWIND $rows AS row ${matchEnds(group[0]!)} MERGE (a)-[r:${name(group[0]!.type)}]->(b) SET r = row.properties`,
      group.map((write) => ({ ...endIds(write), properties: write.properties })),
    )
  }
}

type Run = (cypher: string, rows: object[]) => Promise<void>

async function writeNodes(transaction: Transaction, group: NodeWrite[], run: Run): Promise<void> {
  const { label, labels } = group[0]!
  const extra = [...new Set(labels)].filter((other) => other !== label)
  const rows = group.map(({ id, properties }) => ({ id, properties: { ...properties, id } }))
  const setLabels = extra.length > 0 ? ` SET n:${extra.map(name).join(':')}` : ''
  await run(
    `UNWIND $rows AS row MERGE (n:${name(label)} {id: row.id})${setLabels} SET n = row.properties`,
    rows,
  )
  const keep = [label, ...extra]
  const stale = await transaction.executeCypher(
    `UNWIND $ids AS id MATCH (n:${name(label)} {id: id}) WHERE size(labels(n)) > $count RETURN id, labels(n)`,
    { ids: rows.map(({ id }) => id), count: keep.length },
  )
  for (const [id, present] of stale.rows() as [string, string[]][]) {
    for (const old of present.filter((other) => !keep.includes(other))) {
      await transaction.executeCypher(`MATCH (n:${name(label)} {id: $id}) REMOVE n:${name(old)}`, { id })
    }
  }
}

function matchEnds({ from, to }: RelationshipKey): string {
  return `MATCH (a:${name(from.label)} {id: row.from}) MATCH (b:${name(to.label)} {id: row.to})`
}

function endIds({ from, to }: RelationshipKey | RelationshipWrite): { from: string; to: string } {
  return { from: from.id, to: to.id }
}

function nodeShape({ label, labels }: NodeWrite): string {
  return [label, ...labels.toSorted()].join('\n')
}

function relationshipShape({ type, from, to }: { type: string; from: NodeKey; to: NodeKey }): string {
  return [type, from.label, to.label].join('\n')
}

function name(text: string): string {
  return `\`${text.replaceAll('`', '``')}\``
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
