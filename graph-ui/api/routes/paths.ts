import { Hono } from 'hono'
import { pathsRequest } from '../contract.ts'
import { pathsBetween } from '../graph/paths.ts'
import type { Served } from './served.ts'

export function pathsRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.get('/paths', async (context) => {
    const { from, to, ...options } = pathsRequest.parse(context.req.query())
    return context.json(await pathsBetween(store, from, to, options, context.req.raw.signal))
  })
  return routes
}
