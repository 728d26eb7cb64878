/** The annotated abstracts (`gold/abstracts-*.jsonl`) as documents whose entities are the annotated ones. */
import { z } from 'zod'
import {
  conceptTypeSchema,
  type Mention,
  paperText,
  relationSchema,
  roleSchema,
} from '../../shared/schema.ts'
import type { EntityDocument, RecognisedEntity, TextDocument } from '../documents.ts'
import { readRecords } from '../evaluation/records.ts'

const annotatedEntitySchema = z.object({
  name: z.string().min(1),
  type: conceptTypeSchema,
  role: roleSchema,
  aliases: z.array(z.string()),
})
export type AnnotatedEntity = z.infer<typeof annotatedEntitySchema>

const annotationSchema = z.object({
  id: z.string().min(1),
  entities: z.array(annotatedEntitySchema),
  relations: z.array(relationSchema),
})
/** What is annotated in a paper, without its text. */
export type Annotation = z.infer<typeof annotationSchema>

const annotatedAbstractSchema = annotationSchema.extend({
  title: z.string().nullable(),
  text: z.string().min(1),
})
export interface AnnotatedAbstract extends z.infer<typeof annotatedAbstractSchema> {
  /** Which part of our own annotations it is of, from 1; absent where it is of none. */
  part?: number
}

/** @throws InputError with file, line and reason, for the first line that is not in the layout */
export function readAnnotatedAbstracts(file: string): AnnotatedAbstract[] {
  return readRecords<AnnotatedAbstract>(file, (record) => problemOf(annotatedAbstractSchema, record))
}

/** Annotations that stand apart from their texts. @throws InputError as `readAnnotatedAbstracts` */
export function readAnnotations(file: string): Annotation[] {
  return readRecords<Annotation>(file, (record) => problemOf(annotationSchema, record))
}

/** What is wrong with a record, or null. */
function problemOf(schema: z.ZodType, record: Annotation): string | null {
  const { error } = schema.safeParse(record)
  if (error) {
    const { path, message } = error.issues[0]!
    return `${path.join('.') || 'the record'}: ${message}`
  }
  const names = record.entities.map(({ name }) => name)
  for (const [at, [head, , tail]] of record.relations.entries()) {
    const unknown = [head, tail].find((end) => !names.includes(end))
    if (unknown !== undefined)
      return `relations.${at}: "${unknown}" is no name of an entity (aliases cannot be ends)`
  }
  return null
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

/** The annotated names and aliases that do not stand in title or text, letter by letter. */
export function unfoundForms({
  id,
  title,
  text,
  entities,
}: AnnotatedAbstract): { id: string; form: string }[] {
  const whole = paperText({ title, abstract: text })
  const forms = entities.flatMap(({ name, aliases }) => [name, ...aliases])
  return forms.filter((form) => !whole.includes(form)).map((form) => ({ id, form }))
}
