/**
 * One Neo4j for the tests of all projects, started when the first of them asks. It hands the server to one test file
 * after the other, each time empty: the community edition has one database.
 */
import { createServer, type Socket } from 'node:net'
import neo4j from 'neo4j-driver'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { emptyNeo4j } from './neo4j-empty.ts'
import { findRuntime, type Neo4jRuntime } from './neo4j-install.ts'
import { type Neo4jLogin, type Neo4jServer, startNeo4jServer } from './neo4j-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: {
      /** Why there is no Neo4j; null where there is. */
      lack: string | null
      /** Where tests wait for their turn. */
      port: number
      /** What a server of one's own is started with; null where the tests were given one. */
      runtime: Neo4jRuntime | null
    }
  }
}

interface Prepared {
  provided: ProvidedContext['neo4j']
  end(): Promise<void>
}

/** Each project runs this setup in the same process, with its own copy of this module. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const key = Symbol.for('skein.neo4j')
  const shared = globalThis as { [key]?: Promise<Prepared> }
  shared[key] ??= prepare()
  const { provided, end } = await shared[key]
  project.provide('neo4j', provided)
  return end
}

async function prepare(): Promise<Prepared> {
  const given = givenLogin()
  const runtime = given ? null : findRuntime()
  if (runtime && 'reason' in runtime) {
    return { provided: { lack: runtime.reason, port: 0, runtime: null }, end: async () => {} }
  }
  const lack = given ? await whyNotUsable(given) : null
  let starting: Promise<Neo4jServer> | null = null
  const turns = takeTurns(async () => {
    if (given) return given
    starting ??= startNeo4jServer(runtime!)
    return (await starting).login
  })
  let ending: Promise<void> | null = null
  const end = async () => {
    turns.close()
    if (given && lack === null) await emptyNeo4j(given)
    await (await starting?.catch(() => null))?.remove()
  }
  return {
    provided: { lack, port: await turns.port, runtime },
    end: () => {
      ending ??= end()
      return ending
    },
  }
}

function givenLogin(): Neo4jLogin | null {
  const uri = process.env.NEO4J_URI
  if (!uri) return null
  return { uri, user: process.env.NEO4J_USER ?? 'neo4j', password: process.env.NEO4J_PASSWORD ?? '' }
}

/** The tests empty the database, which must not cost anyone their graph. */
async function whyNotUsable({ uri, user, password }: Neo4jLogin): Promise<string | null> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 10_000 })
  try {
    const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes')
    const nodes = Number(records[0]!.get('nodes'))
    return nodes === 0 ? null : `the Neo4j of NEO4J_URI holds ${nodes} nodes, and the tests need an empty one`
  } catch (error) {
    return `the Neo4j of NEO4J_URI does not answer: ${(error as Error).message}`
  } finally {
    await driver.close()
  }
}

interface Turns {
  port: Promise<number>
  close(): void
}

/** A turn lasts as long as its connection, so that a test that dies gives its turn back. */
function takeTurns(login: () => Promise<Neo4jLogin>): Turns {
  const waiting: Socket[] = []
  let current: Socket | null = null
  const next = async () => {
    if (current) return
    current = waiting.shift() ?? null
    const answer = current && (await login().catch((error: Error) => ({ error: error.message })))
    current?.write(`${JSON.stringify(answer)}\n`)
  }
  const server = createServer((socket) => {
    waiting.push(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      const place = waiting.indexOf(socket)
      if (place >= 0) waiting.splice(place, 1)
      if (current === socket) current = null
      void next()
    })
    void next()
  })
  return {
    port: new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    }),
    close: () => {
      server.close()
      current?.destroy()
      for (const socket of waiting) socket.destroy()
    },
  }
}
