/** Search by name and title. */
import { z } from 'zod'
import type { ConceptType } from '../../../shared/schema.ts'
import { wholeNumber } from './keys.ts'

export const searchRequest = z.object({ q: z.string().max(200), limit: wholeNumber(8, 50) })

export interface ConceptHit {
  kind: 'concept'
  key: string
  type: ConceptType
  name: string
  /** The other name that the query found, where it was not the name itself. */
  alias: string | null
  papers: number
}
export interface PaperHit {
  kind: 'paper'
  key: string
  title: string
  year: number | null
}
export interface SearchResult {
  concepts: ConceptHit[]
  papers: PaperHit[]
}
