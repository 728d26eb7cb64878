import { Hono } from 'hono'
import { cypherRequest } from '../contract.ts'
import { viewOfResult } from '../graph/result-view.ts'
import type { Served } from './served.ts'

export function cypherRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.post('/cypher', async (context) => {
    const { cypher, params, timeoutMs, maxRows } = cypherRequest.parse(await context.req.json())
    const { signal } = context.req.raw
    const result = await store.query(cypher, params, { mode: 'read', timeoutMs, maxRows, signal })
    return context.json({ ...result, maxRows, view: await viewOfResult(store, result, signal) })
  })
  return routes
}
