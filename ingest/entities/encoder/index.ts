import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { taggerOf } from '../fast/index.ts'
import type { TaggerModel } from '../fast/model-file.ts'
import { recogniseEntities } from '../index.ts'
import type { Tagger } from '../tagger.ts'
import type { Encoder, Encoding } from './encoder.ts'
import { type OpinionWeights, pooled } from './opinion-weights.ts'
import { ownMentions, probabilityOf } from './own-mentions.ts'
import { unitRunOf } from './unit-runs.ts'

/** The fast tagger proposes what it thinks at least this likely; those likelier than its own threshold are hints. */
const boldThreshold = 0.15

/** A mention that one of both proposes, and how likely each thinks it: the fast tagger, then the encoder. */
export interface MentionOpinions {
  mention: Mention
  opinions: [fast: number, encoder: number]
}

/** How a fast tagger and an encoder work together. */
export interface Pooling {
  weights: OpinionWeights
  /** What the two together think less likely is no mention. */
  least: number
  /** Whether the encoder was trained to read what the fast tagger found. */
  isHinted: boolean
}

/** A tagger in which a fast tagger and an encoder both propose mentions, and weigh each other's. */
export function pooledTagger(name: string, encoder: Encoder, model: TaggerModel, pooling: Pooling): Tagger {
  return {
    name,
    async tag(documents) {
      const opinions = await mentionOpinions(encoder, model, documents, pooling.isHinted)
      return documents.map(({ text }, index) => poolMentions(text, opinions[index]!, pooling))
    },
  }
}

/** @returns for each document what is proposed, in no order that matters */
export async function mentionOpinions(
  encoder: Encoder,
  model: TaggerModel,
  documents: TextDocument[],
  isHinted: boolean,
): Promise<MentionOpinions[][]> {
  const { selection } = model
  const threshold = selection ? selection.threshold : 0
  const bold = taggerOf(
    'bold',
    selection ? { ...model, selection: { ...selection, threshold: boldThreshold } } : model,
  )
  const proposed = await bold.tag(documents)
  // The likelier is chosen first, so that what reaches the threshold is what the fast tagger itself would find.
  const found = proposed.map((own) => own.filter(({ confidence }) => confidence >= threshold))
  const hinted = await recogniseEntities(documents, { name: 'fast', tag: async () => found })
  const all: MentionOpinions[][] = []
  for (const [index, document] of hinted.entries()) {
    const encoding = await encoder.encode(document, isHinted ? document.mentions : [])
    all.push(opinionsOn(document, encoding, proposed[index]!))
  }
  return all
}

function opinionsOn(document: TextDocument, encoding: Encoding, proposed: Mention[]): MentionOpinions[] {
  const keyOf = ({ start, end, type }: Mention) => `${start} ${end} ${type}`
  const known = new Set(proposed.map(keyOf))
  const own = ownMentions(document, encoding).filter((mention) => !known.has(keyOf(mention)))
  return [
    ...proposed.map((mention): MentionOpinions => {
      const run = unitRunOf(encoding, mention)
      const encoder = run ? probabilityOf(encoding, ...run, conceptTypes.indexOf(mention.type)) : 0
      return { mention, opinions: [mention.confidence, encoder] }
    }),
    ...own.map((mention): MentionOpinions => ({ mention, opinions: [0, mention.confidence] })),
  ]
}

/** Of proposals that overlap the likelier is kept. Sorted by start. */
export function poolMentions(
  text: string,
  proposals: MentionOpinions[],
  { weights, least }: Omit<Pooling, 'isHinted'>,
): Mention[] {
  const weighed = proposals.map(({ mention, opinions }): Mention => {
    return { ...mention, confidence: Math.round(pooled(weights, opinions) * 1000) / 1000 }
  })
  weighed.sort((a, b) => b.confidence - a.confidence || a.start - b.start || b.end - a.end)
  const taken = new Uint8Array(text.length)
  const kept = weighed.filter(({ start, end, confidence }) => {
    if (confidence < least || taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}
