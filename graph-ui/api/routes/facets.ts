import { Hono } from 'hono'
import { facetsRequest } from '../contract.ts'
import { venuesOf } from '../graph/facets.ts'
import type { Served } from './served.ts'

export function facetsRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.post('/facets', async (context) => {
    const { nodes } = facetsRequest.parse(await context.req.json())
    return context.json(await venuesOf(store, nodes, context.req.raw.signal))
  })
  return routes
}
