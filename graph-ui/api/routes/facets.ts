import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { facetsRequest } from '../contract.ts'
import { venuesOf } from '../graph/facets.ts'
import type { Served } from './served.ts'

export function facetsRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.post('/facets', async (context) => {
    const { nodes } = await bodyOf(context, facetsRequest)
    return context.json(await venuesOf(store, nodes, context.req.raw.signal))
  })
  return routes
}
