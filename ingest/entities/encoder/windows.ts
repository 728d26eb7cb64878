import type { Sentence } from '../../documents.ts'
import { type Unit, unitsOf } from './units.ts'
import { separatorPiece, startPiece, type Vocabulary, wordPieces } from './vocabulary.ts'

/** What the encoder reads at once: whole sentences, as many as fit. */
export interface Window {
  pieces: number[]
  /** For each piece how its unit is capitalised. */
  cases: number[]
  units: WindowUnit[]
}

export interface WindowUnit extends Unit {
  /** Index of its sentence in the document. */
  sentence: number
  /** Index of its first piece in the window. */
  piece: number
}

/**
 * @param sentences of one document; the first is followed by a separator where it is a title
 * @param hasTitle whether the first sentence is a title
 * @param maxPieces at most 512, the encoder's longest input; a longer sentence is cut there, and what is beyond it
 *   is in no window
 */
export function windowsOf(
  sentences: readonly Sentence[],
  hasTitle: boolean,
  vocabulary: Vocabulary,
  maxPieces: number,
): Window[] {
  const separator = vocabulary.ids.get(separatorPiece)!
  const start = vocabulary.ids.get(startPiece)!
  const windows: Window[] = []
  let window: Window = { pieces: [start], cases: [0], units: [] }
  const finish = () => {
    if (window.units.length === 0) return
    window.pieces.push(separator)
    window.cases.push(0)
    windows.push(window)
    window = { pieces: [start], cases: [0], units: [] }
  }
  sentences.forEach((sentence, index) => {
    const units = unitsOf(sentence)
    const pieces = units.map(({ text }) => wordPieces(vocabulary, text))
    const size = pieces.reduce((sum, own) => sum + own.length, 0)
    if (window.pieces.length + size + 2 > maxPieces) finish()
    units.forEach((unit, at) => {
      if (window.pieces.length + pieces[at]!.length + 1 > maxPieces) return
      window.units.push({ ...unit, sentence: index, piece: window.pieces.length })
      for (const piece of pieces[at]!) {
        window.pieces.push(piece)
        window.cases.push(unit.case)
      }
    })
    if (index === 0 && hasTitle && window.pieces.length + 1 < maxPieces) {
      window.pieces.push(separator)
      window.cases.push(0)
    }
  })
  finish()
  return windows
}
