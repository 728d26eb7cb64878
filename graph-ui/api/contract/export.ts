/** What is written to a file. */
import { z } from 'zod'
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

export interface ExportFormat {
  name: string
  label: string
  extension: string
  parts: ('main' | 'nodes' | 'edges')[]
}
