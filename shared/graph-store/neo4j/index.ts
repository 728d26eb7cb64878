import { setTimeout as sleep } from 'node:timers/promises'
import neo4j, { type Driver, type ManagedTransaction, type SessionConfig } from 'neo4j-driver'
import { StoreUnavailableError } from '../../errors.ts'
import { assertReadOnly } from '../cypher/read-guard.ts'
import type { GraphStore } from '../store.ts'
import { parseAddress } from './address.ts'
import { applyDelta } from './apply-delta.ts'
import { awaitIndexes, readSchema, schemaCommands } from './catalogue.ts'
import { type Connection, changeTooLarge, isOutOfMemory, mayPass, toSkeinError } from './failures.ts'
import { countRows, runQuery } from './run-query.ts'

export interface Neo4jOptions {
  /** A user in the address goes before. */
  user: string
  /** Empty for a server without authentication. */
  password: string
  /** How long a change waits for a server that has gone, before it fails. */
  patienceMs?: number
}

/** Restarting a server takes less, a failover in a cluster much less. */
const defaultPatienceMs = 60_000
/** How long the driver itself tries a transaction again: deadlocks and changes of leader pass sooner. */
const driverRetryMs = 5000
const firstPauseMs = 250
const longestPauseMs = 5000
/** A connection idle for longer is tried before use: the server may have been restarted since. */
const livenessCheckMs = 2000
const connectTimeoutMs = 10_000

/**
 * Opens a database of a Neo4j server (5 or later), a cluster or Aura.
 * @param url `bolt://`, `neo4j://`, and these with `+s`; may name user and database: `neo4j://user@host:7687/database`
 * @throws UsageError for an address that is none, or has a password in it
 * @throws StoreUnavailableError where nothing answers, the password is wrong or there is no such database
 */
export async function openNeo4j(url: string, options: Neo4jOptions): Promise<GraphStore> {
  const address = parseAddress(url)
  const connection: Connection = {
    url,
    user: address.user ?? options.user,
    hasPassword: options.password !== '',
    database: address.database,
  }
  const driver = connect(address.uri, connection, options.password)
  const sessions: SessionConfig = {
    ...(connection.database === null ? {} : { database: connection.database }),
    bookmarkManager: neo4j.bookmarkManager(),
  }
  try {
    await driver.verifyConnectivity()
    await askOnce(driver, sessions)
  } catch (error) {
    await driver.close()
    throw toSkeinError(error, connection)
  }
  let closed = false
  const assertOpen = () => {
    if (closed) throw new StoreUnavailableError(`The connection to ${url} has been closed.`)
  }
  const patienceMs = options.patienceMs ?? defaultPatienceMs

  async function transact<T>(
    mode: 'read' | 'write',
    work: (transaction: ManagedTransaction) => Promise<T>,
  ): Promise<T> {
    const giveUpAt = performance.now() + patienceMs
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      assertOpen()
      try {
        return await transactOnce(mode, work)
      } catch (error) {
        if (!mayPass(error) || performance.now() + pauseMs > giveUpAt) throw toSkeinError(error, connection)
      }
      await sleep(pauseMs)
    }
  }

  async function transactOnce<T>(
    mode: 'read' | 'write',
    work: (transaction: ManagedTransaction) => Promise<T>,
  ): Promise<T> {
    const session = driver.session(sessions)
    const guarded = (transaction: ManagedTransaction) =>
      work(transaction).catch((error: unknown) => {
        // An error of ours is not tried again.
        throw isOutOfMemory(error) ? changeTooLarge(connection) : error
      })
    try {
      return await (mode === 'read' ? session.executeRead(guarded) : session.executeWrite(guarded))
    } finally {
      await session.close()
    }
  }

  return {
    kind: 'neo4j',
    query: async (cypher, params, queryOptions) => {
      assertOpen()
      if (queryOptions.mode === 'read') assertReadOnly(cypher)
      return runQuery(driver, sessions, connection, cypher, params, queryOptions)
    },
    count: async (cypher, params, countOptions) => {
      assertOpen()
      assertReadOnly(cypher)
      return countRows(driver, sessions, connection, cypher, params, countOptions)
    },
    apply: (delta) => transact('write', (transaction) => applyDelta(transaction, delta)),
    schema: () => transact('read', readSchema),
    ensureSchema: async () => {
      await transact('write', async (transaction) => {
        for (const command of schemaCommands) await transaction.run(command)
      })
      await transact('read', awaitIndexes)
    },
    close: () => {
      closed = true
      return driver.close()
    },
  }
}

/** A connection alone does not tell whether there is such a database. */
async function askOnce(driver: Driver, sessions: SessionConfig): Promise<void> {
  const session = driver.session({ ...sessions, defaultAccessMode: neo4j.session.READ })
  try {
    await session.run('RETURN 1')
  } finally {
    await session.close()
  }
}

function connect(uri: string, { user, hasPassword }: Connection, password: string): Driver {
  return neo4j.driver(uri, hasPassword ? neo4j.auth.basic(user, password) : undefined, {
    maxTransactionRetryTime: driverRetryMs,
    connectionTimeout: connectTimeoutMs,
    connectionLivenessCheckTimeout: livenessCheckMs,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
    userAgent: 'skein',
  })
}
