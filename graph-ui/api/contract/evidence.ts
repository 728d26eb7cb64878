/** The sentences behind an edge. */
import { z } from 'zod'
import type { Intent } from '../../../shared/schema.ts'
import { type DrawnType, drawnTypeSchema, nodeKeySchema, wholeNumber } from './keys.ts'

export const evidenceRequest = z.object({
  type: drawnTypeSchema,
  from: nodeKeySchema,
  to: nodeKeySchema,
  limit: wholeNumber(100, 1000),
})

/** What a stretch of a sentence stands for. */
export type MarkRole = 'subject' | 'object' | 'cue' | 'mention' | 'value'
export interface Mark {
  start: number
  end: number
  role: MarkRole
}
export interface MarkedText {
  text: string
  /** Offsets into `text`, sorted; they may overlap. */
  marks: Mark[]
}

export interface PaperReference {
  key: string
  title: string
  year: number | null
  venue: string | null
  authors: string[]
  url: string | null
}

/** One paper's statement behind an edge. */
export interface EvidenceItem {
  paper: PaperReference
  sentence: MarkedText
  /** Further sentences of the same paper. */
  more: MarkedText[]
  stance: 'for' | 'against'
  hedged: boolean
  confidence: number | null
  /** The rule or model that read it. */
  rule: string | null
  intent: Intent | null
  /** "by 2.1 F1 on SQuAD": what is stated beside the two ends. */
  result: string | null
}

export interface Evidence {
  type: DrawnType
  from: { key: string; name: string }
  to: { key: string; name: string }
  papersFor: number
  papersAgainst: number
  items: EvidenceItem[]
  truncated: boolean
}
