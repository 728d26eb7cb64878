import { givenFirst } from './author-names.ts'
import { cleanHtml } from './clean-text.ts'
import { linesOf } from './lines.ts'
import { longestText, recordEvents, yearOf } from './paper-record.ts'
import type { Beginning, ReadEvent, Reader } from './reader.ts'

const strict = /^([A-Z][A-Z0-9]) {2}-(?: (.*)|)$/
/** Some programs write one space or none before the dash; then only usual tags are tags. */
const loose =
  /^\s*(TY|ER|TI|T[1-3]|CT|BT|A[1-4]|AU|AB|N[12]|AN|AD|PY|Y[12]|DA|JO|J[AF12]|DO|UR|L[1-4]|ID|KW|SN|SP|EP|VL|IS|PB|CY|M[1-3]|C[1-8]|U[1-5]|LA|DB|DP|ST|ET|ED|SE|RN|RP|CN|AV|OP|LB)\s{0,4}-(?:\s+(.*)|)$/

interface RisRecord {
  tags: Map<string, string[]>
  line: number
}

/** RIS, from any reference manager or database. */
export const ris: Reader = {
  name: 'ris',
  label: 'RIS',

  recognises({ text }: Beginning): number {
    return /^\s*TY {0,3}-[ \t]*[A-Z]{3,7}\s*$/m.test(text) ? 0.9 : 0
  },

  async *read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
    let record: RisRecord | null = null
    let last: string[] | null = null
    let count = 0
    let tagged = strict
    for await (const { text, number } of linesOf(chunks, longestText)) {
      if (!record && /^\s*TY {0,3}-/.test(text)) tagged = strict.test(text) ? strict : loose
      const [, tag, value = ''] = tagged.exec(text) ?? []
      if (tag === 'TY' || tag === 'ER') {
        if (record) yield* risEvents(record, file, ++count)
        record = tag === 'TY' ? { tags: new Map(), line: number } : null
        last = null
      } else if (!record) {
        // What stands between records is not part of any.
      } else if (tag) {
        last = record.tags.get(tag) ?? []
        record.tags.set(tag, last)
        last.push(value.trim())
      } else if (last && text.trim() !== '') {
        last.push(`${last.pop()} ${text.trim()}`)
      }
    }
    if (record) yield* risEvents(record, file, ++count)
  },
}

function risEvents({ tags, line }: RisRecord, file: string, count: number): Generator<ReadEvent> {
  const all = (...names: string[]) =>
    names.flatMap((name) => tags.get(name) ?? []).filter((value) => value !== '')
  const title = all('TI', 'T1', 'CT', 'BT', 'ST')[0]
  // ST is a short title: where it is all there is, it will do.
  const abstracts = all('AB', 'N2')
  const abstract = abstracts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
  const links = all('UR', 'L2', 'L3', 'L1', 'L4').flatMap((value) => value.split(/;\s*(?=https?:)/))
  const venue = all('T2', 'JO', 'JF', 'JA', 'J2', 'J1', 'T3').find((value) => value !== title)
  const found = {
    givenId: all('ID', 'AN')[0] ?? null,
    title: title ? cleanHtml(title) : null,
    abstract: abstract ? cleanHtml(abstract) : null,
    year:
      all('PY', 'Y1', 'DA', 'Y2')
        .map(yearOf)
        .find((year) => year !== null) ?? null,
    venue: venue ? cleanHtml(venue) : null,
    authors: all('AU', 'A1').map(givenFirst),
    url: links.find((link) => /^https?:/.test(link)) ?? null,
    identifiers: [
      ...all('DO').map((doi) => (/^https?:|^doi:/i.test(doi) ? doi : `doi:${doi}`)),
      ...links,
      ...all('M1', 'M3', 'N1', 'C7').flatMap((text) => /(?:doi|arxiv):\s*\S+/i.exec(text)?.[0] ?? []),
    ],
  }
  return recordEvents(found, file, `record ${count}`, line, true)
}
