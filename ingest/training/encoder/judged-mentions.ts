import type { Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import type { Encoder } from '../../entities/encoder/encoder.ts'
import { mentionOpinions } from '../../entities/encoder/index.ts'
import type { TaggerModel } from '../../entities/fast/model-file.ts'
import type { JudgedOpinions } from './fit-opinions.ts'

/** A text with its annotated mentions. */
export interface MentionedText {
  document: TextDocument
  annotated: Pick<Mention, 'start' | 'end' | 'type'>[]
}

/** What the fast tagger and the encoder say of every mention that one of them proposes. */
export async function judgedMentions(
  texts: MentionedText[],
  encoder: Encoder,
  fast: TaggerModel,
  isHinted: boolean,
): Promise<JudgedOpinions[]> {
  const documents = texts.map(({ document }) => document)
  const proposals = await mentionOpinions(encoder, fast, documents, isHinted)
  const keyOf = ({ start, end, type }: MentionedText['annotated'][number]) => `${start} ${end} ${type}`
  return proposals.flatMap((own, index) => {
    const annotated = new Set(texts[index]!.annotated.map(keyOf))
    return own.map(({ mention, opinions }) => ({ opinions, isRight: annotated.has(keyOf(mention)) }))
  })
}
