/** A second opinion on roles and relations, by a model that reads the text itself rather than features of it. */
import type { EntityDocument } from '../documents.ts'

export interface Judge {
  judge(document: EntityDocument): Promise<Judgement>
}

export interface Judgement {
  /** For each entity the probability of each of `roleLabels`. */
  roles: number[][]
  /**
   * @param head index of an entity
   * @returns the probability of each predicate of the pair's signature, in the order of `predicatesBySignature`;
   *   null where it has no opinion
   */
  pair(head: number, tail: number): number[] | null
}
