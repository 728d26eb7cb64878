import { conceptTypes } from '../../../shared/schema.ts'
import type { Encoder } from '../../entities/encoder/encoder.ts'
import { type MentionOpinions, mentionOpinions } from '../../entities/encoder/index.ts'
import type { TaggerModel } from '../../entities/fast/model-file.ts'
import type { AnnotatedAbstract } from '../annotated-abstracts.ts'
import { labelAbstract, labelledSpans } from '../entities/labelled-documents.ts'
import type { JudgedOpinions } from './fit-opinions.ts'

/** What the fast tagger and the encoder say of every mention that one of them proposes. */
export async function judgedMentions(
  abstracts: AnnotatedAbstract[],
  encoder: Encoder,
  fast: TaggerModel,
): Promise<JudgedOpinions[]> {
  const labelled = abstracts.map(labelAbstract)
  const proposals = await mentionOpinions(
    encoder,
    fast,
    labelled.map(({ document }) => document),
  )
  return proposals.flatMap((own: MentionOpinions[], index) => {
    const { document, labels } = labelled[index]!
    const annotated = new Set<string>()
    for (const { sentence, first, end, type } of labelledSpans(labels)) {
      const { tokens } = document.sentences[sentence]!
      annotated.add(`${tokens[first]!.start} ${tokens[end - 1]!.end} ${conceptTypes[type]}`)
    }
    return own.map(({ mention: { start, end, type }, opinions }) => ({
      opinions,
      isRight: annotated.has(`${start} ${end} ${type}`),
    }))
  })
}
