/** Ways from one concept to another. */
import { z } from 'zod'
import { nodeKeySchema, wholeNumber } from './keys.ts'
import type { View, ViewEdge, ViewNode } from './view.ts'

export const pathsRequest = z.object({ from: nodeKeySchema, to: nodeKeySchema, limit: wholeNumber(5, 20) })

export interface PathStep {
  from: ViewNode
  to: ViewNode
  edge: ViewEdge
}
export interface Paths {
  paths: PathStep[][]
  view: View
}
