/** Annotated texts as the encoder's training reads them: windows of piece numbers, and what is annotated in units. */
import type { Mention, Span } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { hintsOf } from '../../entities/encoder/hints.ts'
import { unitRunOf } from '../../entities/encoder/unit-runs.ts'
import type { Vocabulary } from '../../entities/encoder/vocabulary.ts'
import { type Window, windowsOf } from '../../entities/encoder/windows.ts'

export interface WindowExample {
  pieces: number[]
  cases: number[]
  /** For each piece the hint of its unit, see `hintsOf`. */
  hints: number[]
  /** For each unit its first piece. */
  firsts: number[]
  /** For each unit its sentence in the document. */
  sentences: number[]
  /** For each unit its label. */
  labels: number[]
}

/** Entities of one document (or mentions, where every mention counts), and what joins them. */
export interface EntitySet {
  /** Index of the type. */
  types: number[]
  /** For each entity its mentions: first unit and the unit after its last, counted over all windows. */
  mentions: [number, number][][]
  /** For each entity the index of its role; absent where roles are not annotated. */
  roles: number[]
  /** Head, tail, index of the relation. */
  relations: [number, number, number][]
}

export interface DocumentExample {
  id: string
  /** Who annotated it: 0 for the annotators of `gold/`, else the part of our own annotations. */
  source: number
  windows: WindowExample[]
  sets: EntitySet[]
}

export interface UnitIndex {
  windows: Window[]
  /** The units from start to end that a span of the text covers, over all windows; null where it covers none. */
  unitsIn(span: Span): [number, number] | null
}

export function unitIndexOf(document: TextDocument, vocabulary: Vocabulary, maxPieces: number): UnitIndex {
  const windows = windowsOf(document.sentences, document.abstractStart > 0, vocabulary, maxPieces)
  const units = windows.flatMap((window) => window.units)
  return { windows, unitsIn: (span) => unitRunOf({ units }, span) }
}

/**
 * @param labelAt the label of the token that starts at an offset of the text
 * @param hinted the mentions that a tagger found which had not seen the text
 */
export function windowExamples(
  windows: Window[],
  labelAt: (start: number) => number,
  hinted: Mention[] = [],
): WindowExample[] {
  return windows.map(({ pieces, cases, units }) => ({
    pieces,
    cases,
    hints: hintsOf({ pieces, cases, units }, hinted),
    firsts: units.map(({ piece }) => piece),
    sentences: units.map(({ sentence }) => sentence),
    labels: units.map(({ start }) => labelAt(start)),
  }))
}
