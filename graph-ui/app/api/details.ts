import type { ClaimDetails, ConceptDetails, PaperDetails } from '../../api/contract.ts'
import { get } from './request.ts'

export const detailsCalls = {
  concept: (key: string, signal: AbortSignal) => get<ConceptDetails>('concept', { key }, signal),
  claim: (key: string, signal: AbortSignal) => get<ClaimDetails>('claim', { key }, signal),
  paper: (key: string, signal: AbortSignal) => get<PaperDetails>('paper', { key }, signal),
}
