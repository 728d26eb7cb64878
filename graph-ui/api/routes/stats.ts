import { Hono } from 'hono'
import { conceptTypes } from '../../../shared/schema.ts'
import { drawnTypes, type Stats } from '../contract.ts'
import type { Served } from './served.ts'

export function statsRoutes({ store, readings, storeName, version, ingest }: Served): Hono {
  const routes = new Hono()
  routes.get('/stats', async (context) => {
    const schema = await store.schema()
    readings.notice(schema)
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
      canIngest: ingest !== null,
    }
    return context.json(stats)
  })
  routes.get('/schema', async (context) => context.json(await store.schema()))
  return routes
}
