/** Places that a person arranged, to be kept for the next time. */
import { z } from 'zod'
import { nodeKeySchema } from './keys.ts'

/** No picture is wider. */
const far = 1_000_000
const coordinate = z.number().min(-far).max(far)

export const keptPlaceSchema = z.object({ key: nodeKeySchema, x: coordinate, y: coordinate })

export const placesRequest = z.object({ places: z.array(keptPlaceSchema).max(5000) })

export interface PlacesAnswer {
  /** Whether they outlast the server. */
  onDisk: boolean
}
