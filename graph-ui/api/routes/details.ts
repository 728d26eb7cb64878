import { Hono } from 'hono'
import { keyRequest } from '../contract.ts'
import { claimDetails } from '../graph/claim.ts'
import { conceptDetails, paperDetails } from '../graph/details.ts'
import type { Served } from './served.ts'

export function detailsRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.get('/concept', async (context) => {
    const { key } = keyRequest.parse(context.req.query())
    return context.json(await conceptDetails(store, key, context.req.raw.signal))
  })
  routes.get('/paper', async (context) => {
    const { key } = keyRequest.parse(context.req.query())
    return context.json(await paperDetails(store, key, context.req.raw.signal))
  })
  routes.get('/claim', async (context) => {
    const { key } = keyRequest.parse(context.req.query())
    return context.json(await claimDetails(store, key, context.req.raw.signal))
  })
  return routes
}
