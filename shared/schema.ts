/**
 * The vocabulary of Skein: every noun that is stored or sent, once.
 * All offsets are UTF-16 code units into the paper's text, see {@link paperText}.
 */
import { z } from 'zod'
import { conceptTypes, type Intent, intents, predicates, roles, valueKinds } from './vocabulary.ts'

export * from './vocabulary.ts'

export const conceptTypeSchema = z.enum(conceptTypes)
export const roleSchema = z.enum(roles)
export const intentSchema = z.enum(intents)
export const predicateSchema = z.enum(predicates)

/** A half-open range of UTF-16 offsets: `text.slice(start, end)`. */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof spanSchema>

/** Where a record was read: the file as the user named it, and the place in it ("line 12", "entry lecun98"). */
export const sourceSchema = z.object({ file: z.string(), place: z.string() })
export type Source = z.infer<typeof sourceSchema>

/** The fields of a paper as a source states them; what is not stated is null or empty. */
const statedFields = {
  title: z.string().nullable(),
  abstract: z.string().nullable(),
  year: z.int().nullable(),
  venue: z.string().nullable(),
  authors: z.array(z.string()),
  url: z.string().nullable(),
  /** Identifiers of the paper elsewhere, normalised: `doi:10.1/x`, `arxiv:1706.03762`, `acl:P19-1001`; sorted. */
  identifiers: z.array(z.string()),
  /** Identifiers (same form) of the papers in its bibliography; sorted. */
  references: z.array(z.string()),
}

/** One record of one source, as a reader hands it on. `givenId` is the record's own id, unchanged. */
export const paperRecordSchema = z.object({
  givenId: z.string().nullable(),
  ...statedFields,
  source: sourceSchema,
})
export type PaperRecord = z.infer<typeof paperRecordSchema>

/** A paper, after records of the same paper have been merged. `sources` is sorted. */
export const paperSchema = z.object({ id: z.string(), ...statedFields, sources: z.array(sourceSchema) })
export type Paper = z.infer<typeof paperSchema>

/** The text that all offsets refer to. */
export function paperText(paper: { title: string | null; abstract: string | null }): string {
  return (paper.title ? `${paper.title}\n` : '') + (paper.abstract ?? '')
}

/** A span of one paper's text that names a concept. `confidence` is in 0..1. */
export const mentionSchema = spanSchema.extend({
  surface: z.string(),
  type: conceptTypeSchema,
  confidence: z.number().min(0).max(1),
})
export type Mention = z.infer<typeof mentionSchema>

/**
 * One concept within one paper: `name` is its fullest form there, `aliases` every other form,
 * both copied from the text character for character.
 */
export const entitySchema = z.object({
  name: z.string(),
  type: conceptTypeSchema,
  role: roleSchema,
  intent: intentSchema,
  aliases: z.array(z.string()),
  /** Short forms that the text itself defines ("Low-Rank Adaptation (LoRA)": LoRA); a subset of name and aliases. */
  acronyms: z.array(z.string()),
  mentions: z.array(mentionSchema),
  /** The sentences that mention it, the one that shows the intent best first. */
  sentences: z.array(spanSchema),
  /** The citation marker tied to it, as it stands in the text: "[16]", "(Kipf and Welling, 2017)". */
  marker: z.string().nullable(),
  confidence: z.number().min(0).max(1),
})
export type Entity = z.infer<typeof entitySchema>

/**
 * One end of a claim: the name of an entity of the same paper and the span that stands for it in the sentence.
 * `implicit`: the span is a pronoun or a phrase such as "our method".
 */
export const claimEndSchema = spanSchema.extend({ entity: z.string(), implicit: z.boolean() })
export type ClaimEnd = z.infer<typeof claimEndSchema>

export const valueKindSchema = z.enum(valueKinds)

/** A statement of one paper, with its evidence. */
export const claimSchema = z.object({
  predicate: predicateSchema,
  subject: claimEndSchema,
  object: claimEndSchema,
  /** Names of entities of the same paper, where the sentence states them. */
  dataset: z.string().nullable(),
  task: z.string().nullable(),
  metric: z.string().nullable(),
  value: z.number().nullable(),
  /** "%" or "points" and the like, as the text has it. */
  unit: z.string().nullable(),
  valueKind: valueKindSchema.nullable(),
  negated: z.boolean(),
  hedged: z.boolean(),
  sentence: spanSchema,
  /** The words that make the claim ("outperforms", "is based on"). */
  cue: spanSchema,
  confidence: z.number().min(0).max(1),
  /** The rule or model that made it. */
  rule: z.string(),
})
export type Claim = z.infer<typeof claimSchema>

export const relationSchema = z.tuple([z.string(), predicateSchema, z.string()])
export type Relation = z.infer<typeof relationSchema>

/** What was read out of one text: the line that `skein extract` prints, less the id and title. */
export const extractionSchema = z.object({
  entities: z.array(entitySchema),
  relations: z.array(relationSchema),
  claims: z.array(claimSchema),
})
export type Extraction = z.infer<typeof extractionSchema>

/** What entities, with their mentions, refer to across papers. */
export const conceptSchema = z.object({
  /** `Method:low rank adaptation`: the type and a normalised key, independent of `name`. */
  id: z.string(),
  type: conceptTypeSchema,
  /** The form that most papers use; ties by code point. */
  name: z.string(),
  /** Every other form; sorted by code point. */
  aliases: z.array(z.string()),
})
export type Concept = z.infer<typeof conceptSchema>

/** The relationship type from a paper to a concept that an intent is stored as. */
export function citationType(intent: Intent): 'INTRODUCES' | 'ADDRESSES' | 'CITES' {
  if (intent === 'introduces') return 'INTRODUCES'
  return intent === 'addresses' ? 'ADDRESSES' : 'CITES'
}

/** A property of a node or relationship: a scalar, or a list of one scalar type. */
export type PropertyValue = string | number | boolean | string[] | number[] | boolean[]
export type Properties = Record<string, PropertyValue>
