/** A paper as a node: its properties, and the records that it was merged from back from them. */
import {
  type Paper,
  type PaperRecord,
  type Properties,
  paperRecordSchema,
  type Source,
} from '../../shared/schema.ts'
import { reading, stated } from './properties.ts'
import { bySource, recordKeys } from './record-keys.ts'

export function paperProperties(paper: Paper, records: PaperRecord[], version: string): Properties {
  const givenIds = [...new Set(records.map(({ givenId }) => givenId))]
  const properties = stated({
    title: paper.title,
    abstract: paper.abstract,
    year: paper.year,
    venue: paper.venue,
    authors: paper.authors,
    url: paper.url,
    identifiers: paper.identifiers,
    references: paper.references,
    sources: paper.sources.map(({ file, place }) => `${file}: ${place}`),
    givenId: givenIds.length === 1 ? givenIds[0]! : null,
    version,
  })
  const written = [...records].sort((a, b) => bySource(a.source, b.source) || byKey(a, b))
  const readBack = recordsOf(properties)
  const plain =
    written.length === readBack.length && recordKeys(written[0]!).key === recordKeys(readBack[0]!).key
  return plain ? properties : { ...properties, records: written.map((record) => JSON.stringify(record)) }
}

/** The records of a paper: those in `records`, or the one that it plainly shows. */
export function recordsOf(properties: Record<string, unknown>): PaperRecord[] {
  const { text, number, texts } = reading(properties)
  const records = texts('records')
  if (records.length > 0) return records.map((record) => paperRecordSchema.parse(JSON.parse(record)))
  return [
    {
      givenId: text('givenId'),
      title: text('title'),
      abstract: text('abstract'),
      year: number('year'),
      venue: text('venue'),
      authors: texts('authors'),
      url: text('url'),
      identifiers: texts('identifiers'),
      references: texts('references'),
      source: sourceOf(texts('sources')[0] ?? ''),
    },
  ]
}

function sourceOf(source: string): Source {
  const colon = source.indexOf(': ')
  return { file: source.slice(0, colon), place: source.slice(colon + 2) }
}

function byKey(a: PaperRecord, b: PaperRecord): number {
  return recordKeys(a).key < recordKeys(b).key ? -1 : 1
}
