/** What filters need to know of nodes beyond what a picture tells. */
import { z } from 'zod'
import { nodeKeysSchema } from './keys.ts'

export const facetsRequest = z.object({ nodes: nodeKeysSchema })

/** A paper's venue, or those of the papers that speak of a concept, the most frequent first. */
export interface NodeVenues {
  key: string
  venues: string[]
}
