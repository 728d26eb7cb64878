/** Types of nodes as a person calls several of them. */
import type { ViewNodeType } from '../api/contract.ts'

export const typeNames: Record<ViewNodeType, string> = {
  Method: 'Methods',
  Dataset: 'Datasets',
  Task: 'Tasks',
  Metric: 'Metrics',
  Paper: 'Papers',
  Claim: 'Claims',
  Other: 'Other',
}
