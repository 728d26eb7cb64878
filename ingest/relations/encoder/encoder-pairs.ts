/** Relations between mentions of one sentence, as SciER has them, by the encoder. */
import type { Encoder } from '../../entities/encoder/encoder.ts'
import { unitRunOf } from '../../entities/encoder/unit-runs.ts'
import { softmax } from '../../weights/probabilities.ts'
import type { SecondOpinion } from '../mention-pairs/index.ts'
import { mentionLabels } from '../mention-pairs/mention-relation.ts'
import { classOf, type Opinion, pairClasses } from '../mention-pairs/opinions.ts'
import { type HeadEntity, type HeadPair, headPair, loadEncoderHead } from './encoder-head.ts'

/**
 * @param weights how its word is weighed
 * @throws where the model file is missing or damaged: the installation is broken
 */
export async function encoderPairs(
  encoder: Encoder,
  file: string,
  weights: Pick<SecondOpinion, 'share' | 'threshold'>,
): Promise<SecondOpinion> {
  const head = await loadEncoderHead(file)
  return {
    ...weights,
    async opinionsOn(document, pairs) {
      const encoding = await encoder.encode(document, [])
      const entities = document.mentions.map((mention): HeadEntity => {
        const run = unitRunOf(encoding, mention)
        return { type: mention.type, runs: run ? [run] : [], window: run ? encoding.windows[run[0]]! : 0 }
      })
      const asked: HeadPair[] = []
      const askedAt = pairs.map(({ left, right }) => {
        const [forward, back] = [headPair(entities, left, right), headPair(entities, right, left)]
        if (!forward || !back) return -1
        return asked.push(forward, back) - 2
      })
      const { relations } = await head(encoding, entities, asked)
      const size = mentionLabels.length + 1
      const row = (at: number) => softmax(relations.subarray(at * size, (at + 1) * size))
      return askedAt.map((at) => (at < 0 ? new Float64Array(pairClasses) : opinionOf(row(at), row(at + 1))))
    },
  }
}

/** What is said of both directions as one opinion: at most one of the two holds. */
function opinionOf(forward: number[], back: number[]): Opinion {
  const opinion = new Float64Array(pairClasses)
  const [noneForward, noneBack] = [forward.at(-1)!, back.at(-1)!]
  let total = noneForward * noneBack
  mentionLabels.forEach((label, index) => {
    opinion[classOf(label, true)] = forward[index]! * noneBack
    opinion[classOf(label, false)] = back[index]! * noneForward
    total += forward[index]! * noneBack + back[index]! * noneForward
  })
  return total > 0 ? opinion.map((value) => value / total) : opinion
}
