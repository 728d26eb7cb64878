/** What is written to a file. */
import { z } from 'zod'
import type { Exporter, ExportPart } from '../../../shared/exports/index.ts'
import { nodeKeySchema } from './keys.ts'

export const exportRequest = z.object({
  format: z.string(),
  /** One of the format's files, where it has several. */
  part: z.enum(['main', 'nodes', 'edges']).optional(),
  view: z
    .object({
      nodes: z.array(nodeKeySchema),
      edges: z.array(z.object({ source: nodeKeySchema, type: z.string(), target: nodeKeySchema })),
    })
    .optional(),
  cypher: z.string().max(100_000).optional(),
  /** Of the query. */
  params: z.record(z.string(), z.unknown()).default({}),
})

/** The nodes and edges of a view, by their keys. */
export type ExportedView = NonNullable<z.infer<typeof exportRequest>['view']>

export type ExportFormat = Pick<Exporter, 'name' | 'label' | 'extension' | 'parts' | 'holds'>

export type { ExportPart }
