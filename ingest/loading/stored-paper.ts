/** A paper as it is in the store, with all that was read out of it. */
import {
  type Claim,
  type Entity,
  intents,
  type Paper,
  type PaperRecord,
  type Span,
} from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'

/** An entity as the graph keeps it; its role follows from the intent. */
export interface StoredEntity extends Omit<Entity, 'role' | 'mentions'> {
  mentions: Span[]
  /** Id of the concept it is stored under. */
  concept: string
}

export interface StoredPaper {
  paper: Paper
  /** What it was merged from. */
  records: PaperRecord[]
  /** Version of the extraction. */
  version: string
  /** As {@link inOrder} has them. */
  entities: StoredEntity[]
  claims: Claim[]
}

/** The order in which entities are kept. Where two have one name, claims mean the first. */
export function inOrder(entities: StoredEntity[]): StoredEntity[] {
  const start = (entity: StoredEntity) => entity.mentions[0]?.start ?? 0
  return [...entities].sort(
    (a, b) =>
      start(a) - start(b) ||
      byCodePoint(a.name, b.name) ||
      byCodePoint(a.type, b.type) ||
      byCodePoint(JSON.stringify(a), JSON.stringify(b)),
  )
}

/** 0 for the strongest intent. */
export function intentRank({ intent }: StoredEntity): number {
  return intents.indexOf(intent)
}
