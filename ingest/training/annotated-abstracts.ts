/** The annotated abstracts (`gold/abstracts-*.jsonl`) as documents whose entities are the annotated ones. */
import { readFileSync } from 'node:fs'
import type { ConceptType, Mention, Relation, Role } from '../../shared/schema.ts'
import type { EntityDocument, RecognisedEntity, TextDocument } from '../documents.ts'

export interface AnnotatedEntity {
  name: string
  type: ConceptType
  role: Role
  aliases: string[]
}
export interface AnnotatedAbstract {
  id: string
  title: string | null
  text: string
  entities: AnnotatedEntity[]
  relations: Relation[]
}

/** @throws where the file cannot be read or a line of it is not JSON */
export function readAnnotatedAbstracts(file: string): AnnotatedAbstract[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as AnnotatedAbstract)
}

/**
 * Finds every surface form of the annotated entities in the text, longer forms first; an entity all of whose forms
 * stand inside longer ones is left out.
 */
export function projectEntities(document: TextDocument, annotated: AnnotatedEntity[]): EntityDocument {
  const forms = annotated.flatMap((entity, index) =>
    [entity.name, ...entity.aliases].map((form) => ({ form, index })),
  )
  forms.sort((a, b) => b.form.length - a.form.length || a.index - b.index)
  const taken = new Uint8Array(document.text.length)
  const found: { start: number; end: number; index: number }[] = []
  for (const { form, index } of forms) {
    if (!form) continue
    for (
      let start = document.text.indexOf(form);
      start >= 0;
      start = document.text.indexOf(form, start + 1)
    ) {
      const end = start + form.length
      if (!isWhole(document.text, start, end) || taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      found.push({ start, end, index })
    }
  }
  found.sort((a, b) => a.start - b.start)
  const mentionsOf = annotated.map((): Mention[] => [])
  const mentions = found.map(({ start, end, index }) => {
    const surface = document.text.slice(start, end)
    const mention: Mention = { start, end, surface, type: annotated[index]!.type, confidence: 1 }
    mentionsOf[index]!.push(mention)
    return mention
  })
  const entities = annotated.map((entity, index): RecognisedEntity => {
    const forms = [entity.name, ...entity.aliases]
    const acronyms = forms.filter((form) => document.text.includes(`(${form})`))
    const { name, type, aliases } = entity
    return { name, type, aliases, acronyms, mentions: mentionsOf[index]!, confidence: 1 }
  })
  return { ...document, mentions, entities: entities.filter((entity) => entity.mentions.length > 0) }
}

const wordCharacter = /[\p{L}\p{N}]/u

function isWhole(text: string, start: number, end: number): boolean {
  const opens = wordCharacter.test(text[start]!) && start > 0 && wordCharacter.test(text[start - 1]!)
  const closes = wordCharacter.test(text[end - 1]!) && end < text.length && wordCharacter.test(text[end]!)
  return !opens && !closes
}
