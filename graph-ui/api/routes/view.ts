import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { viewRequest } from '../contract.ts'
import { storedView } from '../graph/stored-view.ts'
import { answerView } from './answer-view.ts'
import type { Served } from './served.ts'

export function viewRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.post('/view', async (context) => {
    const request = await bodyOf(context, viewRequest)
    return answerView(context, await storedView(store, request, context.req.raw.signal))
  })
  return routes
}
