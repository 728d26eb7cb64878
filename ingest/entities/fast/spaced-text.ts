/**
 * SciER's texts are written with spaces around every letter run, digit and sign ("ResNet - 1 0 1"). A tagger that was
 * trained on them reads every text so, and finds the same in it however it is written.
 */
import type { Mention } from '../../../shared/schema.ts'
import type { TextDocument, Token } from '../../documents.ts'
import type { Tagger } from '../tagger.ts'

interface SpacedText {
  document: TextDocument
  /** For the offset where a token starts, and where one ends, the offset in the text as it was written. */
  starts: Map<number, number>
  ends: Map<number, number>
}

/** The tagger, reading spaced text; mentions are where they stand in the text as it was written. */
export function readingSpaced(tagger: Tagger): Tagger {
  return {
    name: tagger.name,
    async tag(documents) {
      const spaced = documents.map(spaceOut)
      const tagged = await tagger.tag(spaced.map(({ document }) => document))
      return tagged.map((mentions, index) => {
        const { starts, ends } = spaced[index]!
        return mentions.map((mention): Mention => {
          const [start, end] = [starts.get(mention.start)!, ends.get(mention.end)!]
          return { ...mention, start, end, surface: documents[index]!.text.slice(start, end) }
        })
      })
    },
  }
}

function spaceOut(document: TextDocument): SpacedText {
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  let text = ''
  const sentences = document.sentences.map(({ tokens: written }) => {
    const tokens = written.flatMap(singleDigits).map((token): Token => {
      const start = text.length
      const end = start + token.text.length
      text += `${token.text} `
      starts.set(start, token.start)
      ends.set(end, token.end)
      return { start, end, text: token.text }
    })
    return { start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens }
  })
  const inTitle = document.sentences.filter(({ start }) => start < document.abstractStart).length
  const abstractStart = inTitle === 0 ? 0 : (sentences[inTitle]?.start ?? text.length)
  return { document: { text, abstractStart, sentences }, starts, ends }
}

function singleDigits(token: Token): Token[] {
  if (token.text.length === 1 || !/^\p{Nd}+$/u.test(token.text)) return [token]
  let start = token.start
  return [...token.text].map((text) => {
    const digit = { text, start, end: start + text.length }
    start = digit.end
    return digit
  })
}
