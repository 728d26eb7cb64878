import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { type PlacesAnswer, placesRequest } from '../contract.ts'
import type { Served } from './served.ts'

/** Keeps places that a person arranged in the landscape: the next one starts from them. */
export function placesRoutes({ kept, readings }: Served): Hono {
  const routes = new Hono()
  routes.post('/places', async (context) => {
    const { places } = await bodyOf(context, placesRequest)
    const answer: PlacesAnswer = {
      onDisk: await kept.add(new Map(places.map(({ key, x, y }) => [key, { x, y }]))),
    }
    readings.arranged()
    return context.json(answer)
  })
  return routes
}
