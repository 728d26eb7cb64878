/** What a person has decided about concepts; it wins over everything that Skein works out, and can be undone. */
import { z } from 'zod'
import { InputError } from '../../shared/errors.ts'
import { type ConceptType, conceptTypeSchema, conceptTypes } from '../../shared/schema.ts'
import { conceptKey } from './normalise-form.ts'

/** "Method:LoRA": a type and any form of the thing. */
const formSchema = z
  .string()
  .refine((text) => parseTypedForm(text) !== null, 'should be a type and a form, such as "Method:LoRA"')

const overridesSchema = z.strictObject({
  /** The forms of each list are one concept. */
  merge: z.array(z.array(formSchema).min(2)).default([]),
  /** Forms that stay on their own, whatever the papers say. */
  split: z.array(formSchema).default([]),
  /** The name that a concept is shown by. */
  rename: z.record(formSchema, z.string().min(1)).default({}),
  /** The type of a form, wherever it is read as the type before the colon. */
  retype: z.record(formSchema, conceptTypeSchema).default({}),
})

/** Overrides by own id (type and key of a form). */
export interface Overrides {
  merge: Map<string, string>
  split: Set<string>
  rename: Map<string, string>
  retype: Map<string, ConceptType>
}

export const noOverrides: Overrides = {
  merge: new Map(),
  split: new Set(),
  rename: new Map(),
  retype: new Map(),
}

/**
 * Reads an override file.
 * @param json its text
 * @param file its name, for messages
 * @throws InputError where it is not JSON, not of this form, or merges a form into two concepts
 */
export function parseOverrides(json: string, file: string): Overrides {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${(error as Error).message}`)
  }
  const parsed = overridesSchema.safeParse(data)
  if (!parsed.success) throw new InputError(`${file}: ${z.prettifyError(parsed.error)}`)
  const { merge, split, rename, retype } = parsed.data
  const merged = new Map<string, string>()
  for (const [into, ...forms] of merge) {
    for (const form of forms) {
      const id = ownIdOf(form)
      const target = ownIdOf(into!)
      if (id === target) continue
      if (merged.has(id) && merged.get(id) !== target)
        throw new InputError(`${file}: "${form}" is merged into two concepts; name it in one list only.`)
      merged.set(id, target)
    }
  }
  return {
    merge: merged,
    split: new Set(split.map(ownIdOf)),
    rename: new Map(Object.entries(rename).map(([form, name]) => [ownIdOf(form), name])),
    retype: new Map(Object.entries(retype).map(([form, type]) => [ownIdOf(form), type])),
  }
}

/** "Method:LoRA" taken apart; null for what is not a type, a colon and a form. */
export function parseTypedForm(text: string): { type: ConceptType; form: string } | null {
  const colon = text.indexOf(':')
  const type = conceptTypes.find((candidate) => candidate === text.slice(0, colon))
  const form = text.slice(colon + 1)
  return type && form.trim() ? { type, form } : null
}

function ownIdOf(text: string): string {
  const { type, form } = parseTypedForm(text)!
  return `${type}:${conceptKey(type, form)}`
}
