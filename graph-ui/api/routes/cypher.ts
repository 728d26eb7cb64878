import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { type CypherAnswer, type CypherCount, cypherCountRequest, cypherRequest } from '../contract.ts'
import { viewOfResult } from '../graph/result-view.ts'
import type { Served } from './served.ts'

export function cypherRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.post('/cypher', async (context) => {
    const { cypher, params, timeoutMs, maxRows } = await bodyOf(context, cypherRequest)
    const { signal } = context.req.raw
    const result = await store.query(cypher, params, { mode: 'read', timeoutMs, maxRows, signal })
    const drawn = await viewOfResult(store, result, signal)
    return context.json({ ...result, maxRows, ...drawn } satisfies CypherAnswer)
  })
  routes.post('/cypher/count', async (context) => {
    const { cypher, params, timeoutMs } = await bodyOf(context, cypherCountRequest)
    const rows = await store.count(cypher, params, { timeoutMs, signal: context.req.raw.signal })
    return context.json({ rows } satisfies CypherCount)
  })
  return routes
}
