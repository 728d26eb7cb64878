/** Pieces of a word, and their places in the encoder's table. */
export interface Vocabulary {
  pieces: string[]
  ids: Map<string, number>
}

export const unknownPiece = '[UNK]'
export const startPiece = '[CLS]'
export const separatorPiece = '[SEP]'

export function makeVocabulary(pieces: string[]): Vocabulary {
  return { pieces, ids: new Map(pieces.map((piece, id) => [piece, id])) }
}

/** Longer words are not looked into. */
const maxLength = 100

/**
 * The longest known beginning of the word, then of what is left, as BERT's uncased WordPiece does it (Devlin et al.,
 * BERT, NAACL 2019; Wu et al., Google's Neural Machine Translation System, 2016, section 4.1).
 * @returns indices into the vocabulary, at least one
 */
export function wordPieces({ ids }: Vocabulary, word: string): number[] {
  const unknown = [ids.get(unknownPiece)!]
  const plain = word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  if (plain === '' || plain.length > maxLength) return unknown
  const found: number[] = []
  for (let start = 0; start < plain.length; ) {
    let end = plain.length
    let id: number | undefined
    for (; end > start; end--) {
      const part = plain.slice(start, end)
      id = ids.get(start === 0 ? part : `##${part}`)
      if (id !== undefined) break
    }
    if (id === undefined) return unknown
    found.push(id)
    start = end
  }
  return found
}
