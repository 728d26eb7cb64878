import { Hono } from 'hono'
import { searchRequest } from '../contract.ts'
import { find } from '../search/find.ts'
import type { Served } from './served.ts'

export function searchRoutes({ readings }: Served): Hono {
  const routes = new Hono()
  routes.get('/search', async (context) => {
    const { q, limit } = searchRequest.parse(context.req.query())
    return context.json(find(await readings.catalogue(), q, limit))
  })
  return routes
}
