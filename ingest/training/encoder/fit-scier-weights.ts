/**
 * `tsx ingest/training/encoder/fit-scier-weights.ts FOLDER`: fits how the tier accurate-scier weighs its models, on
 * SciER's dev split, which none of them was trained on. FOLDER holds the models.
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageRoot } from '../../../shared/package-root.ts'
import { type Encoder, type Encoding, loadEncoder } from '../../entities/encoder/encoder.ts'
import { type Pooling, pooledTagger } from '../../entities/encoder/index.ts'
import { loadFastModel } from '../../entities/fast/index.ts'
import { recogniseEntities } from '../../entities/index.ts'
import { evaluateScier } from '../../evaluation/scier.ts'
import { encoderPairs } from '../../relations/encoder/encoder-pairs.ts'
import { loadMentionPairs, type SecondOpinion } from '../../relations/mention-pairs/index.ts'
import { type ScierWeights, scierWeightsFile } from '../../relations/tier-weights.ts'
import { readScierPapers } from '../scier-papers.ts'
import { fitOpinions } from './fit-opinions.ts'
import { judgedMentions } from './judged-mentions.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: fit-scier-weights.ts FOLDER')
const dev = join(resolve(packageRoot, process.env.SKEIN_DATA ?? '../shared'), 'benchmarks', 'scier')
const encoder = remembering(await loadEncoder('scier', folder))
const fast = loadFastModel('scier', folder)

const texts = readScierPapers(join(dev, 'LLM_dev.jsonl')).map(({ document }) => ({
  document,
  annotated: document.mentions,
}))
const weights = fitOpinions(await judgedMentions(texts, encoder, fast, false))
let mention: Pooling = { weights, least: 0.5, isHinted: false }
let pairs: ScierWeights['pairs'] = { share: 0.5, threshold: 0.4 }
report('mention', weights)
await choose(
  ['entities'],
  [0.3, 0.35, 0.4, 0.45, 0.5].map((least) => () => (mention = { ...mention, least })),
)
const settings = [0.3, 0.5, 0.7].flatMap((share) =>
  [0.3, 0.4].map((threshold) => () => (pairs = { share, threshold })),
)
await choose(['Rel+', 'Rel, gold entities'], settings)
const fitted: ScierWeights = { mention, pairs }
writeFileSync(join(folder, scierWeightsFile), `${JSON.stringify(fitted, null, 1)}\n`)

/** Every setting reads the same texts. */
function remembering(reader: Encoder): Encoder {
  const read = new Map<string, Promise<Encoding>>()
  return {
    encode(document, hinted) {
      const encoding = read.get(document.text) ?? reader.encode(document, hinted)
      read.set(document.text, encoding)
      return encoding
    },
  }
}

/** Takes the setting that gives the highest sum of some scores. */
async function choose(names: string[], candidates: (() => unknown)[]): Promise<void> {
  let best = { sum: -1, take: candidates[0]! }
  for (const take of candidates) {
    take()
    const scores = await scoresOfDev()
    const sum = scores.filter(({ name }) => names.includes(name)).reduce((total, { f1 }) => total + f1, 0)
    if (sum > best.sum) best = { sum, take }
  }
  best.take()
  report(names.join(', '), { sum: best.sum, least: mention.least, ...pairs })
}

async function scoresOfDev() {
  const tagger = pooledTagger('accurate-scier', encoder, fast, mention)
  const second: SecondOpinion = await encoderPairs(encoder, join(folder!, 'judge-scier.onnx'), pairs)
  const reader = loadMentionPairs(folder!, second)
  const { scores } = await evaluateScier(join(dev, 'PLM_dev.jsonl'), {
    recognise: (documents) => recogniseEntities(documents, tagger),
    relate: (document) => reader.read(document),
  })
  return scores
}

function report(name: string, values: object): void {
  process.stderr.write(`${name}  ${JSON.stringify(values)}\n`)
}
