import type { GrafeoDB } from '@grafeo-db/js'
import { conceptTypes, nodeLabels } from '../../schema.ts'
import type { StoreSchema } from '../store.ts'

/** Keys and names that lookups go by; a constraint of the engine brings no index of its own. */
export async function ensureSchema(database: GrafeoDB): Promise<void> {
  for (const label of nodeLabels) {
    await database.executeCypher(
      `CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
    )
    await database.executeCypher(`CREATE INDEX ${label}_id_index IF NOT EXISTS FOR (n:${label}) ON (n.id)`)
  }
  for (const label of ['Concept', ...conceptTypes]) {
    await database.executeCypher(
      `CREATE INDEX ${label}_name_index IF NOT EXISTS FOR (n:${label}) ON (n.name)`,
    )
  }
}

/** The engine keeps names in its catalogue after their last use; those with no count are left out. */
export function readSchema(database: GrafeoDB): StoreSchema {
  const { labels, edge_types, property_keys } = database.schema() as {
    labels: { name: string; count: number }[]
    edge_types: { name: string; count: number }[]
    property_keys: string[]
  }
  return {
    labels: labels
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => ({ label: name, count }))
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
    relationshipTypes: edge_types
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => ({ type: name, count }))
      .sort((a, b) => (a.type < b.type ? -1 : 1)),
    propertyKeys: property_keys.toSorted(),
  }
}
