import { UsageError } from '../../errors.ts'

export interface Neo4jAddress {
  /** What the driver takes: scheme, host and port, and the routing context where there is one. */
  uri: string
  /** Null for the user's home database. */
  database: string | null
  user: string | null
}

/**
 * Reads `neo4j://user@host:7687/database`; all but scheme and host may be missing.
 * @throws UsageError where it is no address, or has a password in it
 */
export function parseAddress(url: string): Neo4jAddress {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    throw new UsageError(`${url} is not an address. Write it like bolt://127.0.0.1:7687.`)
  }
  if (parsed.password) {
    const address = `${parsed.protocol}//${parsed.username}@${parsed.host}${parsed.pathname}`
    throw new UsageError(
      `The password does not belong into the address, where process lists show it. Set NEO4J_PASSWORD, and write ${address}`,
    )
  }
  if (!parsed.host) throw new UsageError(`${url} names no host. Write it like bolt://127.0.0.1:7687.`)
  const database = decodeURIComponent(parsed.pathname.replace(/^\/+|\/+$/g, ''))
  return {
    uri: `${parsed.protocol}//${parsed.host}${parsed.search}`,
    database: database === '' ? null : database,
    user: parsed.username ? decodeURIComponent(parsed.username) : null,
  }
}
