import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { neighbourhoodRequest } from '../contract.ts'
import { neighbourhoodOf } from '../graph/neighbourhood.ts'
import type { Served } from './served.ts'

export function pictureRoutes({ store, readings }: Served): Hono {
  const routes = new Hono()
  routes.get('/landscape', async (context) => context.json(await readings.landscape()))
  routes.get('/neighbourhood', async (context) => {
    const { types, ...rest } = context.req.query()
    const request = neighbourhoodRequest.parse({ ...rest, types: types ? types.split(',') : null })
    return context.json(await neighbourhood(request, context.req.raw.signal))
  })
  routes.post('/neighbourhood', async (context) => {
    const request = await bodyOf(context, neighbourhoodRequest)
    return context.json(await neighbourhood(request, context.req.raw.signal))
  })
  return routes

  function neighbourhood(request: ReturnType<typeof neighbourhoodRequest.parse>, signal: AbortSignal) {
    const present = new Map(request.present.map(({ key, x, y }) => [key, { x, y }]))
    const { key, types, direction, limit } = request
    return neighbourhoodOf(store, key, { types, direction, limit, present, signal })
  }
}
