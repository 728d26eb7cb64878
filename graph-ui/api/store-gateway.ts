/**
 * The store over HTTP, for commands that find it held by this server: `POST /api/store` with the token.
 * The other side is `shared/graph-store/remote`.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { GraphDelta, GraphStore } from '../../shared/graph-store/store.ts'
import { nodeLabels, relationshipTypes } from '../../shared/schema.ts'
import { bodyOf } from './body.ts'
import { requireToken } from './security.ts'
import type { WriterTurns } from './writer-turns.ts'

const keySchema = z.object({ label: z.enum(nodeLabels), id: z.string() })
const relationshipKeySchema = z.object({ type: z.enum(relationshipTypes), from: keySchema, to: keySchema })
const propertiesSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.array(z.number()),
    z.array(z.boolean()),
  ]),
)
const deltaSchema: z.ZodType<GraphDelta> = z.object({
  deleteRelationships: z.array(relationshipKeySchema),
  deleteNodes: z.array(keySchema),
  nodes: z.array(keySchema.extend({ labels: z.array(z.string()), properties: propertiesSchema })),
  relationships: z.array(relationshipKeySchema.extend({ properties: propertiesSchema })),
})

const requestSchema = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('query'),
    cypher: z.string(),
    params: z.record(z.string(), z.unknown()),
    options: z.object({
      mode: z.enum(['read', 'write']),
      timeoutMs: z.number().positive(),
      maxRows: z.number().positive(),
    }),
  }),
  z.object({
    op: z.literal('count'),
    cypher: z.string(),
    params: z.record(z.string(), z.unknown()),
    options: z.object({ timeoutMs: z.number().positive() }),
  }),
  z.object({ op: z.literal('apply'), delta: deltaSchema }),
  z.object({ op: z.literal('schema') }),
  z.object({ op: z.literal('ensureSchema') }),
])

/** @param changed called after everything that may have changed the graph */
export function storeGateway(
  store: GraphStore,
  token: string,
  turns: WriterTurns,
  changed: () => void,
): Hono {
  return new Hono().post('/', async (context: Context) => {
    requireToken(context, token)
    const request = await bodyOf(context, requestSchema)
    /** Also a write that fails half way may have changed the graph. */
    const write = <T>(work: () => Promise<T>) => turns.otherWrites(work).finally(changed)
    switch (request.op) {
      case 'query': {
        const options = { ...request.options, signal: context.req.raw.signal }
        const query = () => store.query(request.cypher, request.params, options)
        if (options.mode === 'write') return context.json(await write(query))
        turns.otherReads()
        return context.json(await query())
      }
      case 'count': {
        turns.otherReads()
        const options = { ...request.options, signal: context.req.raw.signal }
        return context.json({ rows: await store.count(request.cypher, request.params, options) })
      }
      case 'apply':
        await write(() => store.apply(request.delta))
        return context.json({})
      case 'schema':
        return context.json(await store.schema())
      // Loading begins with it.
      case 'ensureSchema':
        await write(() => store.ensureSchema())
        return context.json({})
    }
  })
}
