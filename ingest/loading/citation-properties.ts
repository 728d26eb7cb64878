/** The relationship from a paper to a concept: its properties from entities, and the entities back from them. */
import {
  type ConceptType,
  conceptTypes,
  type Intent,
  type Properties,
  type Span,
} from '../../shared/schema.ts'
import { reading, stated } from './properties.ts'
import { intentRank, type StoredEntity } from './stored-paper.ts'

/**
 * @param entities all entities of one paper that are one concept, at least one, in their order
 * @param text of the paper
 */
export function citationProperties(entities: StoredEntity[], text: string): Properties {
  // The strongest intent first: its sentence and marker stand for the whole.
  const parts = [...entities].sort((a, b) => intentRank(a) - intentRank(b))
  const sentences = uniqueSpans(parts.flatMap((part) => part.sentences))
  const mentions = uniqueSpans(parts.flatMap((part) => part.mentions))
  const texts = sentences.map(({ start, end }) => text.slice(start, end))
  const properties = stated({
    intent: parts[0]!.intent,
    sentence: texts[0] ?? null,
    start: sentences[0]?.start ?? null,
    end: sentences[0]?.end ?? null,
    sentences: texts,
    starts: sentences.map(({ start }) => start),
    ends: sentences.map(({ end }) => end),
    mentionStarts: mentions.map(({ start }) => start),
    mentionEnds: mentions.map(({ end }) => end),
    marker: parts.find(({ marker }) => marker !== null)?.marker ?? null,
    confidence: Math.max(...parts.map(({ confidence }) => confidence)),
    names: unique(parts.map(({ name }) => name)),
    forms: unique(parts.flatMap(({ aliases }) => aliases)),
    acronyms: unique(parts.flatMap(({ acronyms }) => acronyms)),
  })
  const written = entities.map(asJson)
  const readBack = citationEntities(entities[0]!.concept, properties).map(asJson)
  const plain = written.length === readBack.length && written[0] === readBack[0]
  return plain ? properties : { ...properties, parts: written }
}

/** The entities behind a relationship to `concept`: those in `parts`, or the one that it plainly shows. */
export function citationEntities(concept: string, properties: Record<string, unknown>): StoredEntity[] {
  const { text, number, texts, numbers } = reading(properties)
  const parts = texts('parts')
  if (parts.length > 0) return parts.map((part) => ({ ...JSON.parse(part), concept }))
  return [
    {
      name: texts('names')[0] ?? '',
      type: typeOf(concept),
      intent: text('intent') as Intent,
      aliases: texts('forms'),
      acronyms: texts('acronyms'),
      mentions: spans(numbers('mentionStarts'), numbers('mentionEnds')),
      sentences: spans(numbers('starts'), numbers('ends')),
      marker: text('marker'),
      confidence: number('confidence') ?? 0,
      concept,
    },
  ]
}

/** The type in a concept's id. */
export function typeOf(concept: string): ConceptType {
  return conceptTypes.find((type) => concept.startsWith(`${type}:`))!
}

function asJson(entity: StoredEntity): string {
  const { name, type, intent, aliases, acronyms, mentions, sentences, marker, confidence } = entity
  return JSON.stringify({
    name,
    type,
    intent,
    aliases,
    acronyms,
    mentions: mentions.map(({ start, end }) => ({ start, end })),
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    marker,
    confidence,
  })
}

function spans(starts: number[], ends: number[]): Span[] {
  return starts.map((start, index) => ({ start, end: ends[index]! }))
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}

function uniqueSpans(values: Span[]): Span[] {
  return [...new Map(values.map((span) => [`${span.start}-${span.end}`, span])).values()]
}
