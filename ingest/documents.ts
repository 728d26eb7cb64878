/** The document types that the stages hand on: each stage is a function from one to the next. */
import type { Claim, Entity, Mention, Relation, Span } from '../shared/schema.ts'

/** A run of letters, a run of digits, or one other character that is not white space. */
export interface Token extends Span {
  text: string
}

export interface Sentence extends Span {
  tokens: Token[]
}

/** text/: the text of one paper with its sentences. The title, where there is one, is a sentence of its own. */
export interface TextDocument {
  text: string
  /** Where the abstract starts in `text`: 0 without a title. */
  abstractStart: number
  sentences: Sentence[]
}

/** entities/: what is named, grouped into entities; roles and intents are not known yet. */
export interface EntityDocument extends TextDocument {
  /** Sorted by start; they do not overlap. */
  mentions: Mention[]
  entities: RecognisedEntity[]
}
export type RecognisedEntity = Pick<
  Entity,
  'name' | 'type' | 'aliases' | 'acronyms' | 'mentions' | 'confidence'
>

/** relations/: the finished reading of one text. */
export interface ExtractedDocument extends TextDocument {
  entities: Entity[]
  claims: Claim[]
  relations: Relation[]
}
