/** All concepts in one picture. */
import { z } from 'zod'
import { conceptTypeSchema } from '../../../shared/schema.ts'

export const everythingRequest = z.object({
  /** Only concepts of these types; all where left out. */
  types: z.array(conceptTypeSchema).min(1).nullable().default(null),
})
