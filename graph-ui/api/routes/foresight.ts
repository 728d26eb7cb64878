import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { foresightRequest } from '../contract.ts'
import { foresightOf } from '../graph/foresight.ts'
import type { Served } from './served.ts'

export function foresightRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.post('/foresight', async (context) => {
    const { key, present, hidden, filters } = await bodyOf(context, foresightRequest)
    const picture = {
      present: new Set(present),
      hidden: new Set(hidden),
      filters: filters && {
        ...filters,
        withoutTypes: new Set(filters.withoutTypes),
        withoutVenues: new Set(filters.withoutVenues),
      },
    }
    return context.json(await foresightOf(store, key, picture, context.req.raw.signal))
  })
  return routes
}
