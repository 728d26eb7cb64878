/** What the page reads: each route checks its request and hands over to the function that does the work. */
import { Hono } from 'hono'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { conceptTypes } from '../../shared/schema.ts'
import {
  cypherRequest,
  drawnTypes,
  evidenceRequest,
  keyRequest,
  neighbourhoodRequest,
  pathsRequest,
  type Stats,
  searchRequest,
} from './contract.ts'
import { conceptDetails, paperDetails } from './graph/details.ts'
import { evidenceOf } from './graph/evidence.ts'
import { neighbourhoodOf } from './graph/neighbourhood.ts'
import { pathsBetween } from './graph/paths.ts'
import { viewOfResult } from './graph/result-view.ts'
import { find } from './search/find.ts'
import type { LiveCatalogue } from './search/live-catalogue.ts'

export interface Explored {
  store: GraphStore
  catalogue: LiveCatalogue
  /** What a person calls the store: a path, or an address without credentials. */
  storeName: string
  version: string
}

export function exploreRoutes({ store, catalogue, storeName, version }: Explored): Hono {
  const routes = new Hono()
  routes.get('/stats', async (context) => {
    const schema = await store.schema()
    catalogue.notice(schema)
    const { labels, relationshipTypes } = schema
    const ofLabel = (name: string) => labels.find(({ label }) => label === name)?.count ?? 0
    const ofType = new Map(relationshipTypes.map(({ type, count }) => [type, count]))
    const stats: Stats = {
      papers: ofLabel('Paper'),
      concepts: conceptTypes.map((type) => ({ type, count: ofLabel(type) })),
      claims: ofLabel('Claim'),
      relations: drawnTypes.map((type) => ({ type, count: ofType.get(type) ?? 0 })),
      store: storeName,
      version,
    }
    return context.json(stats)
  })
  routes.get('/schema', async (context) => context.json(await store.schema()))
  routes.get('/search', async (context) => {
    const { q, limit } = searchRequest.parse(context.req.query())
    return context.json(find(await catalogue.catalogue(), q, limit))
  })
  routes.get('/landscape', async (context) => context.json(await catalogue.landscape()))
  routes.get('/neighbourhood', async (context) => {
    const { types, ...rest } = context.req.query()
    const request = neighbourhoodRequest.parse({ ...rest, types: types ? types.split(',') : null })
    return context.json(await neighbourhood(request, context.req.raw.signal))
  })
  routes.post('/neighbourhood', async (context) => {
    const request = neighbourhoodRequest.parse(await context.req.json())
    return context.json(await neighbourhood(request, context.req.raw.signal))
  })
  routes.get('/concept', async (context) => {
    const { key } = keyRequest.parse(context.req.query())
    return context.json(await conceptDetails(store, key, context.req.raw.signal))
  })
  routes.get('/paper', async (context) => {
    const { key } = keyRequest.parse(context.req.query())
    return context.json(await paperDetails(store, key, context.req.raw.signal))
  })
  routes.get('/evidence', async (context) => {
    const { type, from, to, limit } = evidenceRequest.parse(context.req.query())
    return context.json(await evidenceOf(store, type, from, to, limit, context.req.raw.signal))
  })
  routes.get('/paths', async (context) => {
    const { from, to, limit } = pathsRequest.parse(context.req.query())
    return context.json(await pathsBetween(store, from, to, limit, context.req.raw.signal))
  })
  routes.post('/cypher', async (context) => {
    const { cypher, params, timeoutMs, maxRows } = cypherRequest.parse(await context.req.json())
    const { signal } = context.req.raw
    const result = await store.query(cypher, params, { mode: 'read', timeoutMs, maxRows, signal })
    return context.json({ ...result, maxRows, view: await viewOfResult(store, result, signal) })
  })
  return routes

  function neighbourhood(request: ReturnType<typeof neighbourhoodRequest.parse>, signal: AbortSignal) {
    const present = new Map(request.present.map(({ key, x, y }) => [key, { x, y }]))
    return neighbourhoodOf(store, request.key, {
      types: request.types,
      limit: request.limit,
      present,
      signal,
    })
  }
}
