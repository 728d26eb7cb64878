/** The entities of a document as the features of their pairs look at them. */
import { conceptTypes, type Mention } from '../../shared/schema.ts'
import type { EntityDocument, RecognisedEntity } from '../documents.ts'
import { normaliseForm } from '../entities/forms.ts'
import { type Form, shapeOf } from './form-features.ts'

export interface PlacedMention {
  start: number
  sentence: number
  /** Its first token in the sentence, and the one after its last. */
  first: number
  end: number
  /** Of the sentence, in small letters. */
  words: string[]
}

export interface PlacedEntity {
  name: string
  /** Index in `conceptTypes`. */
  type: number
  /** The name, then some of the other forms that are not the same but for case, hyphens and plural. */
  forms: Form[]
  /** By start. */
  mentions: PlacedMention[]
  isInTitle: boolean
  /** Whether words before a mention announce a name ("we propose …"). */
  isAnnounced: boolean
  /** Entities of the same type whose names hold this one's. */
  holders: number
}

const maxForms = 4
/** So many tokens before a mention may announce it. */
const announcingReach = 6
const announcing = new Set(
  (
    'propose proposes proposed introduce introduces present presents develop develops call called dub dubbed name ' +
    'named term termed namely novel new our coined denote denoted abbreviated'
  ).split(' '),
)

export function placeEntities(document: EntityDocument): PlacedEntity[] {
  const words = document.sentences.map(({ tokens }) => tokens.map(({ text }) => text.toLowerCase()))
  const entities = document.entities.map((entity): PlacedEntity => {
    const mentions = entity.mentions.map((mention) => placeMention(document, mention, words))
    return {
      name: entity.name,
      type: conceptTypes.indexOf(entity.type),
      forms: formsOf(entity),
      mentions,
      isInTitle: mentions.some(({ start }) => start < document.abstractStart),
      isAnnounced: mentions.some((mention) =>
        mention.words
          .slice(Math.max(0, mention.first - announcingReach), mention.first)
          .some((word) => announcing.has(word)),
      ),
      holders: 0,
    }
  })
  const names = entities.map(({ forms }) => ` ${forms[0]!.words.join(' ')} `)
  for (const [at, entity] of entities.entries()) {
    entity.holders = entities.filter(
      ({ type }, index) => index !== at && type === entity.type && names[index]!.includes(names[at]!),
    ).length
  }
  return entities
}

function formsOf({ name, aliases }: RecognisedEntity): Form[] {
  const forms = new Map<string, Form>()
  for (const surface of [name, ...aliases]) {
    const normal = normaliseForm(surface)
    if (!forms.has(normal)) forms.set(normal, { surface, words: normal.split(' '), shape: shapeOf(surface) })
  }
  return [...forms.values()].slice(0, maxForms)
}

function placeMention({ sentences }: EntityDocument, mention: Mention, words: string[][]): PlacedMention {
  const sentence = Math.max(
    0,
    sentences.findIndex(({ end }) => mention.start < end),
  )
  const { tokens } = sentences[sentence]!
  const first = Math.max(
    0,
    tokens.findIndex(({ end }) => end > mention.start),
  )
  let end = first + 1
  while (end < tokens.length && tokens[end]!.start < mention.end) end++
  return { start: mention.start, sentence, first, end, words: words[sentence]! }
}
