import { JsonDocument } from './json/document.ts'
import { shapes } from './json/shapes.ts'
import type { Beginning, ReadEvent, Reader } from './reader.ts'

/** A list of papers, papers by id, one paper, or any of these within wrapping objects; also several one after another. */
export const json: Reader = {
  name: 'json',
  label: `JSON: a list, an object that wraps one, or a single paper; as ${shapes.map((shape) => shape.label).join(', ')}`,

  recognises({ text }: Beginning): number {
    if (/^\s*\[\s*(?:[{[\]]|null\b|$)/.test(text)) return 0.7
    return /^\s*\{\s*(?:"|\}|$)/.test(text) ? 0.6 : 0
  },

  read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
    return new JsonDocument(chunks, file).events()
  },
}
