/** Every two mentions of one sentence, with what the first pass of the models looks at. */
import type { ConceptType } from '../../../shared/schema.ts'
import { read } from '../reading.ts'
import type { ClusterOf } from './clusters.ts'
import { pairFeatures } from './features.ts'
import type { MentionDocument } from './mention-relation.ts'
import { outlineOf } from './outline.ts'
import { type MentionProfile, profilesOf } from './profiles.ts'

/** Types in the order of the text. */
export type PairKind = `${ConceptType} ${ConceptType}`

export interface MentionPair {
  /** Indices of mentions; `left` stands first. */
  left: number
  right: number
  sentence: number
  kind: PairKind
  features: number[]
}

export interface PairedDocument {
  /** In the order of the text. */
  pairs: MentionPair[]
  profiles: MentionProfile[]
  /** For each mention the enumeration that it stands in; no two sentences share one. */
  groups: Int32Array
}

/** Names with more names between them are not paired; annotators have few such relations, hostile text has many. */
const reach = 20

export function pairMentions(document: MentionDocument, clusterOf: ClusterOf): PairedDocument {
  const { mentions } = document
  // Each mention as an entity of its own, so that a place tells which it is.
  const entities = mentions.map((mention) => {
    const { surface, type } = mention
    return { name: surface, type, aliases: [], acronyms: [], mentions: [mention], confidence: 1 }
  })
  const outlines = read({ ...document, entities }).sentences.map(outlineOf)
  const profile = profilesOf(document, outlines, clusterOf)
  const groups = new Int32Array(mentions.length)
  const spans: Pick<MentionPair, 'left' | 'right' | 'sentence'>[] = []
  const places: { left: number; right: number }[] = []
  outlines.forEach(({ words, names, groups: own }, sentence) => {
    const mentionOf = names.map((at) => words[at]!.mention)
    mentionOf.forEach((mention, name) => {
      groups[mention] = mentionOf[own[name]!]!
    })
    for (let left = 0; left < names.length; left++) {
      for (let right = left + 1; right < names.length && right <= left + reach; right++) {
        spans.push({ left: mentionOf[left]!, right: mentionOf[right]!, sentence })
        places.push({ left, right })
      }
    }
  })
  const keyOf = ({ left, right }: { left: number; right: number }) =>
    formPair(profile.mentions[left]!.form, profile.mentions[right]!.form)
  const together = sentencesTogether(spans, keyOf)
  const pairs = spans.map((span, index): MentionPair => {
    const features = pairFeatures(
      outlines[span.sentence]!,
      places[index]!,
      profile,
      together.get(keyOf(span))!,
      clusterOf,
    )
    return { ...span, kind: `${mentions[span.left]!.type} ${mentions[span.right]!.type}`, features }
  })
  return { pairs, profiles: profile.mentions, groups }
}

/** The same for two forms whichever stands first. */
export function formPair(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}

function sentencesTogether<T extends { sentence: number }>(
  spans: T[],
  keyOf: (span: T) => string,
): Map<string, number> {
  const counts = new Map<string, number>()
  const last = new Map<string, number>()
  for (const span of spans) {
    const key = keyOf(span)
    if (last.get(key) === span.sentence) continue
    last.set(key, span.sentence)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
