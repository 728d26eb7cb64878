import { Hono } from 'hono'
import { type PlacesAnswer, placesRequest } from '../contract.ts'
import type { Served } from './served.ts'

/** Keeps places that a person arranged in the landscape: the next one starts from them. */
export function placesRoutes({ kept, catalogue }: Served): Hono {
  const routes = new Hono()
  routes.post('/places', async (context) => {
    const { places } = placesRequest.parse(await context.req.json())
    const all = new Map(await kept.read())
    for (const { key, x, y } of places) all.set(key, { x, y })
    const answer: PlacesAnswer = { onDisk: await kept.write(all) }
    catalogue.arranged()
    return context.json(answer)
  })
  return routes
}
