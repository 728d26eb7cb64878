/** A paper as a node: its properties, and the records that it was merged from back from them. */
import {
  type Paper,
  type PaperRecord,
  type Properties,
  paperRecordSchema,
  type Source,
} from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { reading, stated } from './properties.ts'
import { bySource, recordJson } from './record-keys.ts'

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
  const written = records
    .map((record) => ({ source: record.source, json: recordJson(record) }))
    .sort((a, b) => bySource(a.source, b.source) || byCodePoint(a.json, b.json))
    .map(({ json }) => json)
  const plain = written.length === 1 && written[0] === recordJson(recordsOf(properties)[0]!)
  return plain ? properties : { ...properties, records: written }
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
