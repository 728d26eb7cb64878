/** For tests that need a Neo4j: whether there is one, the shared one in turn, or one of their own. */
import { connect } from 'node:net'
import { inject } from 'vitest'
import { emptyNeo4j } from './neo4j-empty.ts'
import { type Neo4jLogin, type Neo4jServer, startNeo4jServer } from './neo4j-server.ts'
import { lacks } from './requirements.ts'

/** For `describe.skipIf(lacksNeo4j())`. */
export function lacksNeo4j(): boolean {
  const { lack } = inject('neo4j')
  return lacks('neo4j', lack === null, lack ?? '')
}

/** For tests that kill and restart a server, which the one of NEO4J_URI is not for. */
export function lacksOwnNeo4j(): boolean {
  const { lack, runtime } = inject('neo4j')
  return lacks('neo4j', runtime !== null, lack ?? 'the Neo4j of NEO4J_URI is not to be killed and restarted')
}

/** Starts a server that no other test sees. */
export function startOwnNeo4j(): Promise<Neo4jServer> {
  return startNeo4jServer(inject('neo4j').runtime!)
}

export interface Neo4jTurn extends Neo4jLogin {
  /** Lets the next test have it. */
  release(): void
}

/** For hooks that call `takeNeo4j`: the files before may take long, and the server starts for the first of them. */
export const turnTimeoutMs = 900_000

/** Waits for the project's Neo4j and empties it, constraints and indexes included. */
export async function takeNeo4j(): Promise<Neo4jTurn> {
  const socket = connect(inject('neo4j').port, '127.0.0.1')
  const answer = await new Promise<Neo4jLogin | { error: string }>((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.endsWith('\n')) resolve(JSON.parse(text))
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The test run ended before a Neo4j was free.')))
  })
  if ('error' in answer) throw new Error(answer.error)
  await emptyNeo4j(answer)
  return { ...answer, release: () => socket.end() }
}
