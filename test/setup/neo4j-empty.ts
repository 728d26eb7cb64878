import neo4j from 'neo4j-driver'
import type { Neo4jLogin } from './neo4j-server.ts'

/** Removes all nodes, constraints and indexes. */
export async function emptyNeo4j({ uri, user, password }: Neo4jLogin): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  const session = driver.session()
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS')
    const constraints = await session.run('SHOW CONSTRAINTS YIELD name RETURN name')
    for (const record of constraints.records) {
      await session.run(`DROP CONSTRAINT \`${record.get('name')}\``)
    }
    const indexes = await session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
    for (const record of indexes.records) await session.run(`DROP INDEX \`${record.get('name')}\``)
  } finally {
    await session.close()
    await driver.close()
  }
}
