import type { ManagedTransaction } from 'neo4j-driver'
import { conceptTypes, nodeLabels } from '../../schema.ts'
import { quoteName } from '../cypher/quote-name.ts'
import type { StoreSchema } from '../store.ts'

/** Commands that do nothing where the thing exists; none needs the Enterprise edition. */
export const schemaCommands: readonly string[] = [
  ...nodeLabels.map(
    (label) =>
      `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  ...['Concept', ...conceptTypes].map(
    (label) => `CREATE INDEX ${label.toLowerCase()}_name IF NOT EXISTS FOR (n:${label}) ON (n.name)`,
  ),
  'CREATE FULLTEXT INDEX concept_names IF NOT EXISTS FOR (n:Concept) ON EACH [n.name, n.aliases]',
]

const awaitSeconds = 300

/** Indexes over what is there already are filled in the background; a load would crawl without them. */
export async function awaitIndexes(transaction: ManagedTransaction): Promise<void> {
  await transaction.run(`CALL db.awaitIndexes(${awaitSeconds})`)
}

/**
 * Labels, types and keys. Each count is a statement of the one form that the server answers from its count store,
 * whatever the size of the graph. Names stay in the catalogue after their last use; those with no count are left out.
 */
export async function readSchema(transaction: ManagedTransaction): Promise<StoreSchema> {
  const names = async (cypher: string) =>
    (await transaction.run(cypher)).records.map((record) => record.get(0) as string).sort()
  const count = async (cypher: string) => Number((await transaction.run(cypher)).records[0]!.get(0))
  const schema: StoreSchema = {
    labels: [],
    relationshipTypes: [],
    propertyKeys: await names('CALL db.propertyKeys()'),
  }
  for (const label of await names('CALL db.labels()')) {
    const found = await count(`MATCH (n:${quoteName(label)}) RETURN count(n)`)
    if (found > 0) schema.labels.push({ label, count: found })
  }
  for (const type of await names('CALL db.relationshipTypes()')) {
    const found = await count(`MATCH ()-[r:${quoteName(type)}]->() RETURN count(r)`)
    if (found > 0) schema.relationshipTypes.push({ type, count: found })
  }
  return schema
}
