/** The sentences behind an edge. */
import { z } from 'zod'
import type { ConceptType, Intent } from '../../../shared/schema.ts'
import type { Stance } from '../../../shared/stance.ts'
import { type DrawnType, drawnTypeSchema, nodeKeySchema, wholeNumber } from './keys.ts'

export const evidenceRequest = z.object({
  type: drawnTypeSchema,
  from: nodeKeySchema,
  to: nodeKeySchema,
  limit: wholeNumber(100, 1000),
  /** Statements to leave out at the beginning: those that were read before. */
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** `opposed`: what denies it or says the reverse. */
  only: z.enum(['all', 'opposed']).default('all'),
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

/** A concept as lists name it. */
export interface ConceptReference {
  key: string
  type: ConceptType
  name: string
}

/** A paper as lists name it. */
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
  /** Of the claim that it was read as; null where no claim was. */
  key: string | null
  paper: PaperReference
  sentence: MarkedText
  /** Further sentences of the same paper. */
  more: MarkedText[]
  stance: Stance
  hedged: boolean
  confidence: number | null
  /** The rules and models that read a claim, with commas between them. */
  rule: string | null
  /** The version of what read the paper, where that is all there is to know. */
  reader: string | null
  intent: Intent | null
  /** "by 2.1 F1 on SQuAD": what is stated beside the two ends. */
  result: string | null
}

export interface Evidence {
  type: DrawnType
  from: { key: string; name: string }
  to: { key: string; name: string }
  /** Papers are counted among all statements, whatever part of them is given. */
  papersFor: number
  papersAgainst: number
  papersReversed: number
  /** Papers that deny it or say the reverse, each once. */
  papersOpposed: number
  /** How many statements there are of those that are asked for. */
  statements: number
  /** A page of them: what says so first, and the surest first. */
  items: EvidenceItem[]
}
