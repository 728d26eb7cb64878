/** The store of a running `skein serve`, reached through its API. */
import { request } from 'node:http'
import { z } from 'zod'
import {
  QueryError,
  QueryStoppedError,
  ReadOnlyError,
  SkeinError,
  StoreUnavailableError,
  UsageError,
} from '../../errors.ts'
import type { GraphStore, QueryResult, StoreSchema } from '../store.ts'
import type { ServerFile } from './server-file.ts'

const failureSchema = z.object({
  error: z.object({
    class: z.string(),
    message: z.string(),
    position: z.int().nullish(),
    reason: z.enum(['deadline', 'memory', 'aborted']).nullish(),
  }),
})

/**
 * @param server as `findServer` found it
 * @returns a store whose calls the server answers; closing it leaves the server running
 */
export function openRemote(server: ServerFile): GraphStore {
  async function call(body: object, signal: AbortSignal | null): Promise<unknown> {
    if (signal?.aborted) throw stoppedByCaller()
    let reply: Reply
    try {
      reply = await post(server, JSON.stringify(body), signal)
    } catch (error) {
      if (signal?.aborted) throw stoppedByCaller()
      throw new StoreUnavailableError(
        `This store is served by skein serve (process ${server.pid}) at ${server.url}, which stopped answering: ${(error as Error).message}. Do the same again; where that server has ended, it works without it.`,
      )
    }
    const answer = parseJson(reply.body)
    if (reply.status !== 200) throw errorFrom(answer, reply.status, server)
    return answer
  }
  return {
    kind: 'remote',
    query: async (cypher, params, { signal, ...options }) =>
      (await call({ op: 'query', cypher, params, options }, signal)) as QueryResult,
    count: async (cypher, params, { timeoutMs, signal }) => {
      const options = { timeoutMs }
      return ((await call({ op: 'count', cypher, params, options }, signal)) as { rows: number }).rows
    },
    apply: async (delta) => {
      await call({ op: 'apply', delta }, null)
    },
    schema: async () => (await call({ op: 'schema' }, null)) as StoreSchema,
    ensureSchema: async () => {
      await call({ op: 'ensureSchema' }, null)
    },
    close: async () => {},
  }
}

function stoppedByCaller(): QueryStoppedError {
  return new QueryStoppedError('The query was stopped.', 'aborted')
}

interface Reply {
  status: number
  body: string
}

/** Not by `fetch`, which gives up where a long query lets it wait; a connection for each call cannot be stale. */
function post(server: ServerFile, body: string, signal: AbortSignal | null): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${server.token}` }
    const options = { method: 'POST', headers, agent: false, ...(signal ? { signal } : {}) }
    const sent = request(new URL('/api/store', server.url), options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function errorFrom(answer: unknown, status: number, { url, pid }: ServerFile): SkeinError {
  const parsed = failureSchema.safeParse(answer)
  if (!parsed.success) {
    return new StoreUnavailableError(
      `${url} (process ${pid}) should serve this store, but answered ${status}.`,
    )
  }
  const { class: name, message, position, reason } = parsed.data.error
  switch (name) {
    case 'QueryError':
      return new QueryError(message, position ?? null)
    case 'QueryStoppedError':
      return new QueryStoppedError(message, reason ?? 'aborted')
    case 'ReadOnlyError':
      return new ReadOnlyError(message)
    case 'StoreUnavailableError':
      return new StoreUnavailableError(message)
    case 'UsageError':
      return new UsageError(message)
    default:
      return new SkeinError(message)
  }
}
