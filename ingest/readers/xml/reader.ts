import { type FoundFields, recordEvents } from '../paper-record.ts'
import type { Beginning, ReadEvent, Reader } from '../reader.ts'
import type { XmlElement } from './elements.ts'
import { type XmlParts, xmlRecords } from './records.ts'

export interface XmlFormat extends XmlParts {
  name: string
  label: string
  /** How sure it is of a document with this first element. @param text the beginning of the document */
  recognises(root: string, text: string): number
  /** A paper's fields; null for a record that is no paper, a string for one that cannot be read, with the reason. */
  read(record: XmlElement, ancestors: XmlElement[]): FoundFields | string | null
}

/** A reader of one XML format. */
export function xmlReader(format: XmlFormat): Reader {
  return {
    name: format.name,
    label: format.label,

    recognises({ text }: Beginning): number {
      const root = rootOf(text)
      return root === null ? 0 : format.recognises(root, text)
    },

    async *read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
      let count = 0
      for await (const { element, ancestors, fault } of xmlRecords(chunks, format)) {
        const found = fault ?? format.read(element, ancestors)
        if (found === null) continue
        count++
        if (typeof found === 'string') {
          const reason = `record ${count}: ${found}`
          yield { kind: 'problem', problem: { file, line: element.line, reason } }
        } else yield* recordEvents(found, file, `record ${count}`, element.line, true)
      }
    },
  }
}

/** The local name of the first element, or null where the text is no XML. */
export function rootOf(text: string): string | null {
  const prolog = /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\])*>\s*)*/i.exec(
    text,
  )![0]
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(text.slice(prolog.length))?.[1] ?? null
}
