import { collapsed } from './clean-text.ts'
import { linesOf } from './lines.ts'
import { longestText, recordEvents, tooLong } from './paper-record.ts'
import { isNoListing } from './plain-abstracts.ts'
import type { Beginning, ReadEvent, Reader } from './reader.ts'

/** Lines and words of the page that listings are copied from. */
const chatter =
  /^(get trending papers|subscribe(d)?( now)?[.!]?$|sign (up|in)\b|log ?in\b|trending papers$|daily papers$|upvotes?$|submitted by\b|view (arxiv|pdf)\b)/i
/** The page's button, glued to the title that follows it. */
const gluedButton = /^Subscribe(?=\p{Lu}|\d|["“‘([{$])/u
const sentenceEnd = /[.!?…]["”’')\]]*$/
const longestTitle = 300
const shortestAbstract = 200

/** Whether a line could stand as an abstract under its title. */
function isAbstract(line: string): boolean {
  return line.length > longestTitle || (line.length >= shortestAbstract && sentenceEnd.test(line))
}

/** Under a title a sentence of some length is its abstract; titles end with a question mark at most. */
function isShortAbstract(line: string): boolean {
  return line.length >= 60 && /[.]["”’')\]]*$/.test(line)
}

function cleanTitle(line: string): string {
  return collapsed(line.replace(gluedButton, ''))
}

/** A listing in which a line with a title and a line with its abstract take turns. */
export const titledAbstracts: Reader = {
  name: 'titled-abstracts',
  label: 'plain text with a title on one line and its abstract on the next',

  recognises({ name, text }: Beginning): number {
    if (isNoListing({ name, text })) return 0
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !chatter.test(line))
      .slice(0, 60)
    const abstracts = lines.filter(isAbstract).length
    let pairs = 0
    for (let at = 0; at + 1 < lines.length; at++) {
      if (!isAbstract(lines[at]!) && isAbstract(lines[at + 1]!)) pairs++
    }
    return pairs > 0 && pairs >= 0.25 * lines.length && pairs >= 0.5 * abstracts ? 0.4 : 0
  },

  async *read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
    let title: { text: string; line: number } | null = null
    const events = (abstract: string | null, line: number) => {
      const start = title?.line ?? line
      const found = { title: title?.text ?? null, abstract }
      title = null
      return recordEvents(found, file, `line ${start}`, start, true)
    }
    for await (const { text, number, cut } of linesOf(chunks, longestText)) {
      if (cut) yield { kind: 'problem', problem: { file, line: number, reason: tooLong } }
      const line = cut ? '' : text.trim()
      if (line === '' || chatter.test(line)) continue
      if (isAbstract(line) || (title && isShortAbstract(line))) {
        yield* events(collapsed(line), number)
        continue
      }
      if (title) yield* events(null, number)
      title = { text: cleanTitle(line), line: number }
    }
    if (title) yield* events(null, 0)
  },
}
