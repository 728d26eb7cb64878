import { Hono } from 'hono'
import { everythingRequest } from '../contract.ts'
import { everythingOf } from '../graph/everything.ts'
import { answerView } from './answer-view.ts'
import type { Served } from './served.ts'

export function everythingRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.get('/everything', async (context) => {
    const { types, ...rest } = context.req.query()
    const request = everythingRequest.parse({ ...rest, types: types ? types.split(',') : null })
    return answerView(context, await everythingOf(store, request.types, context.req.raw.signal))
  })
  return routes
}
