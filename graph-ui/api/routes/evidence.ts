import { Hono } from 'hono'
import { evidenceRequest } from '../contract.ts'
import { evidenceOf } from '../graph/evidence.ts'
import type { Served } from './served.ts'

export function evidenceRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.get('/evidence', async (context) => {
    const { type, from, to, ...page } = evidenceRequest.parse(context.req.query())
    return context.json(await evidenceOf(store, type, from, to, page, context.req.raw.signal))
  })
  return routes
}
