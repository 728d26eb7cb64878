import { Hono } from 'hono'
import { viewRequest } from '../contract.ts'
import { storedView } from '../graph/stored-view.ts'
import { answerView } from './answer-view.ts'
import type { Served } from './served.ts'

export function viewRoutes({ store }: Served): Hono {
  const routes = new Hono()
  routes.post('/view', async (context) => {
    const { nodes } = viewRequest.parse(await context.req.json())
    return answerView(context, await storedView(store, nodes, context.req.raw.signal))
  })
  return routes
}
