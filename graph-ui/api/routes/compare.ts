import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import {
  compareRequest,
  contradictionsRequest,
  leaderboardRequest,
  leaderboardsRequest,
} from '../contract.ts'
import { compareConcepts } from '../graph/compare.ts'
import { contradictionsOf } from '../graph/contradictions.ts'
import { leaderboardOf } from '../graph/leaderboard.ts'
import { leaderboardsOf } from '../graph/measured-datasets.ts'
import type { Served } from './served.ts'

export function compareRoutes({ store, readings }: Served): Hono {
  const routes = new Hono()
  routes.post('/compare', async (context) => {
    const { keys } = await bodyOf(context, compareRequest)
    return context.json(await compareConcepts(store, keys, context.req.raw.signal))
  })
  routes.get('/contradictions', async (context) => {
    const request = contradictionsRequest.parse(context.req.query())
    return context.json(
      await contradictionsOf(store, await readings.disputes(), request, context.req.raw.signal),
    )
  })
  routes.get('/leaderboard', async (context) => {
    const { dataset, metric, task } = leaderboardRequest.parse(context.req.query())
    return context.json(await leaderboardOf(store, dataset, { metric, task }, context.req.raw.signal))
  })
  routes.get('/leaderboards', async (context) => {
    const request = leaderboardsRequest.parse(context.req.query())
    return context.json(leaderboardsOf(await readings.measuredDatasets(), request))
  })
  return routes
}
