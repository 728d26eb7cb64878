import type { ConceptDetails, PaperDetails } from '../../api/contract.ts'
import { get } from './request.ts'

export const detailsCalls = {
  concept: (key: string, signal: AbortSignal) => get<ConceptDetails>('concept', { key }, signal),
  paper: (key: string, signal: AbortSignal) => get<PaperDetails>('paper', { key }, signal),
}
