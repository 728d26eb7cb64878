import type { Mention } from '../../shared/schema.ts'
import type { TextDocument } from '../documents.ts'

/** Finds mentions. What several taggers share (acronyms, document propagation, grouping) is not its business. */
export interface Tagger {
  readonly name: string
  /**
   * @param documents in any order
   * @returns for each document its mentions, sorted by start, without overlap
   */
  tag(documents: TextDocument[]): Promise<Mention[][]>
}
