/** The store of a running `skein serve`, reached through its API. */
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
 * @param server as `readServerFile` found it
 * @returns a store whose calls the server answers; closing it leaves the server running
 */
export function openRemote(server: ServerFile): GraphStore {
  async function call(body: object, signal: AbortSignal | null): Promise<unknown> {
    let response: Response
    try {
      response = await fetch(new URL('/api/store', server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
        body: JSON.stringify(body),
        signal,
      })
    } catch (error) {
      if (signal?.aborted) throw new QueryStoppedError('The query was stopped.', 'aborted')
      const cause = (error as Error).cause
      const reason = cause instanceof Error ? cause.message : (error as Error).message
      throw new StoreUnavailableError(
        `The running skein serve at ${server.url} (process ${server.pid}) holds this store, but does not answer: ${reason}. Stop it, or wait until it answers.`,
      )
    }
    const answer: unknown = await response.json().catch(() => null)
    if (!response.ok) throw errorFrom(answer, response.status, server.url)
    return answer
  }
  return {
    kind: 'remote',
    query: async (cypher, params, { signal, ...options }) =>
      (await call({ op: 'query', cypher, params, options }, signal)) as QueryResult,
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

function errorFrom(answer: unknown, status: number, url: string): SkeinError {
  const parsed = failureSchema.safeParse(answer)
  if (!parsed.success) return new StoreUnavailableError(`${url} answered ${status} without saying why.`)
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
