/** Citation intent by the encoder and the fast classifier together. */
import { Tensor } from 'onnxruntime-node'
import { type Encoder, openSession } from '../../entities/encoder/encoder.ts'
import { width } from '../../entities/encoder/word-table.ts'
import { splitText } from '../../text/index.ts'
import { softmax } from '../../weights/softmax.ts'
import { type IntentClassifier, intentSchemes } from './intent-classifier.ts'

/**
 * The mean of what both say of a label (linear opinion pool).
 * @param share the encoder's, in 0..1
 * @throws where the model file is missing or damaged: the installation is broken
 */
export async function encoderIntent(
  encoder: Encoder,
  file: string,
  fast: IntentClassifier,
  share: number,
): Promise<IntentClassifier> {
  const session = await openSession(file)
  return {
    async classify(sentences, scheme) {
      const linear = await fast.classify(sentences, scheme)
      const answers = []
      for (const [index, sentence] of sentences.entries()) {
        const { whole, mean } = await encoder.encode(splitText({ title: null, abstract: sentence }), [])
        const rows = new Tensor('float32', Float32Array.of(...whole, ...mean), [1, 2 * width])
        const own = softmax((await session.run({ rows }))[scheme]!.data as Float32Array)
        const labels = trainedLabels[scheme]
        const pooled = linear[index]!.map(({ label, probability }) => ({
          label,
          probability: (1 - share) * probability + share * own[labels.indexOf(label)]!,
        }))
        answers.push(pooled.sort((a, b) => b.probability - a.probability || (a.label < b.label ? -1 : 1)))
      }
      return answers
    },
  }
}

/** The labels in the order of `INTENTS` in `ingest/training/encoder/train.py`. */
const trainedLabels: Record<keyof typeof intentSchemes, string[]> = {
  scicite: Object.keys(intentSchemes.scicite),
  'acl-arc': ['Background', 'Uses', 'CompareOrContrast', 'Motivation', 'Extends', 'Future'],
}
