/** Streams XML and gives one record's tree at a time. */
import { decodeHTML } from 'entities'
import { SaxesParser } from 'saxes'
import type { XmlElement } from './elements.ts'

export interface XmlRecord {
  element: XmlElement
  /** Elements around it, the outermost first, with their attributes and their `context` children read so far. */
  ancestors: XmlElement[]
  /** What is wrong with its markup, null where nothing is. */
  fault: string | null
}

export interface XmlParts {
  /** Names of the elements that are records. */
  records: string[]
  /** Elements outside of records that they need (the volume's title). */
  context?: string[]
  /** Elements of records that nobody needs (the body of a paper). */
  skipped?: string[]
}

/** Faults after which the record is as good as without. */
const harmless =
  /undefined entity|disallowed character\.|XML declaration|encoding, standalone|expected version|doctype|unquoted attribute|duplicate attribute|character reference|must contain a root/i

/** Named entities of HTML: XML without its DTD defines five only. Those of a DTD of the file are never expanded. */
const htmlEntities = new Proxy<Record<string, string>>(Object.create(null), {
  get: (_, name) => {
    const text = `&${String(name)};`
    const decoded = decodeHTML(text)
    return decoded === text ? undefined : decoded
  },
})

/** The records of a stream of XML, in order; a document may also be a fragment, or several one after another. */
export async function* xmlRecords(chunks: AsyncIterable<string>, parts: XmlParts): AsyncGenerator<XmlRecord> {
  const records = new Set(parts.records)
  const context = new Set(parts.context)
  const skipped = new Set(parts.skipped)
  const finished: XmlRecord[] = []
  const open: XmlElement[] = []
  /** Index in `open` of the record being read, of the context element, and of the skipped element. */
  let recordAt = -1
  let contextAt = -1
  let skippedAt = -1
  let fault: string | null = null

  const parser = new SaxesParser({ fragment: true })
  parser.ENTITIES = htmlEntities
  const finish = () => {
    finished.push({ element: open[recordAt]!, ancestors: open.slice(0, recordAt), fault })
    recordAt = -1
    fault = null
  }
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    // OAI-PMH's <metadata> may hold a record of another kind by the same name.
    const nested = open.at(-1)?.name === 'metadata'
    if (recordAt >= 0 && skippedAt < 0 && !nested && open[recordAt]!.name === name) {
      fault = `<${name}> has no end`
      finish()
    }
    const element: XmlElement = { name, attributes: {}, content: [], line: parser.line }
    for (const [key, value] of Object.entries(tag.attributes))
      element.attributes[localName(key)] = String(value)
    if (skippedAt < 0 && (recordAt >= 0 || contextAt >= 0)) {
      if (skipped.has(name)) skippedAt = open.length
      else open.at(-1)!.content.push(element)
    } else if (recordAt < 0 && context.has(name)) {
      contextAt = open.length
      open.at(-1)?.content.push(element)
    }
    if (recordAt < 0 && records.has(name)) {
      recordAt = open.length
      fault = null
    }
    open.push(element)
  })
  const addText = (text: string) => {
    if (skippedAt < 0 && (recordAt >= 0 || contextAt >= 0)) open.at(-1)?.content.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', (text) => addText(text.replaceAll('&amp;', '&').replaceAll('&lt;', '<')))
  parser.on('error', (error) => {
    const reason = error.message.replace(/^[^ ]*\d+:\d+: /, '').replace(/\.$/, '')
    if (!harmless.test(error.message)) fault ??= reason
  })
  parser.on('closetag', () => {
    const at = open.length - 1
    if (recordAt >= 0 && at === recordAt) finish()
    if (at === contextAt) contextAt = -1
    if (at === skippedAt) skippedAt = -1
    open.pop()
  })

  for await (const chunk of escaped(chunks)) {
    parser.write(chunk)
    yield* finished.splice(0)
  }
  const cut = recordAt >= 0
  parser.close()
  if (cut) {
    fault = `<${open[recordAt]!.name}> has no end: the file is cut off`
    finish()
  }
  yield* finished
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** What stands for itself although it should have been escaped: the parser would take all that follows for a name. */
const bare = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][\w.-]{0,40};)|<(?![\w:/!?])/gi
const longestEntity = 48

async function* escaped(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let carried = ''
  for await (const chunk of chunks) {
    const text = carried + chunk
    const last = Math.max(text.lastIndexOf('&'), text.lastIndexOf('<'))
    const end = last >= 0 && text.length - last < longestEntity ? last : text.length
    carried = text.slice(end)
    yield text.slice(0, end).replace(bare, escaping)
  }
  yield carried.replace(bare, escaping)
}

function escaping(character: string): string {
  return character === '&' ? '&amp;' : '&lt;'
}
