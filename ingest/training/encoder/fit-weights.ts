/**
 * `tsx ingest/training/encoder/fit-weights.ts FOLDER`: fits how the accurate tier weighs its models, on the dev
 * abstracts, which none of them was trained on. FOLDER holds the encoder's files.
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageRoot } from '../../../shared/package-root.ts'
import { conceptTypes } from '../../../shared/schema.ts'
import { joinCoreferent, loadCoreference } from '../../coreference/index.ts'
import type { EntityDocument, ExtractedDocument } from '../../documents.ts'
import { type Encoder, loadEncoder } from '../../entities/encoder/encoder.ts'
import { pooledTagger } from '../../entities/encoder/index.ts'
import { loadFastModel } from '../../entities/fast/index.ts'
import { recogniseEntities } from '../../entities/index.ts'
import { matchEntities } from '../../evaluation/match-entities.ts'
import { scoreAbstracts } from '../../evaluation/score-abstracts.ts'
import { encoderJudge } from '../../relations/encoder/encoder-judge.ts'
import { relate } from '../../relations/index.ts'
import type { Judgement, JudgeWeights } from '../../relations/judge.ts'
import { loadRelationModels } from '../../relations/relation-models.ts'
import { poolingOf, type TierWeights, tierWeightsFile } from '../../relations/tier-weights.ts'
import { type AnnotatedAbstract, readAnnotatedAbstracts } from '../annotated-abstracts.ts'
import { labelAbstract, labelledSpans } from '../entities/labelled-documents.ts'
import { fitOpinions, type JudgedOpinions } from './fit-opinions.ts'
import { judgedMentions, type MentionedText } from './judged-mentions.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: fit-weights.ts FOLDER')
const data = resolve(packageRoot, process.env.SKEIN_DATA ?? '../shared')
const abstracts = readAnnotatedAbstracts(join(data, 'gold', 'abstracts-dev.jsonl'))
const encoder = await loadEncoder('abstracts', folder)
const fast = loadFastModel('abstracts', folder)
const models = loadRelationModels(folder)

const mention = fitOpinions(await judgedMentions(abstracts.map(mentionedText), encoder, fast, true))
report('mention', mention)
const recognised = await recogniseEntities(
  abstracts.map((abstract) => labelAbstract(abstract).document),
  pooledTagger('accurate', encoder, fast, poolingOf({ mention })),
)
const coreference = loadCoreference(folder)
const found = recognised.map((document) => joinCoreferent(document, coreference))
const judgements = await judgeAll(encoder, found)
const entity = fitOpinions(judgedEntities(abstracts, found, judgements))
report('entity', entity)

let weights: JudgeWeights = { roles: 0.5, pairs: 0.5, introduced: 0.4, claimed: 0.3, entity, likely: 0.4 }
await choose('all', { likely: [0.3, 0.35, 0.4, 0.45, 0.5] })
await choose('introduced', { roles: [0.2, 0.4, 0.6, 0.8, 1], introduced: [0.35, 0.4, 0.45, 0.5] })
await choose('relations labelled', { pairs: [0, 0.25, 0.5, 0.75, 1], claimed: [0.2, 0.25, 0.3, 0.35, 0.4] })
const fitted: TierWeights = { mention, judge: weights }
writeFileSync(join(folder, tierWeightsFile), `${JSON.stringify(fitted, null, 1)}\n`)

function mentionedText(abstract: AnnotatedAbstract): MentionedText {
  const { document, labels } = labelAbstract(abstract)
  const annotated = [...labelledSpans(labels)].map(({ sentence, first, end, type }) => {
    const { tokens } = document.sentences[sentence]!
    return { start: tokens[first]!.start, end: tokens[end - 1]!.end, type: conceptTypes[type]! }
  })
  return { document, annotated }
}

async function judgeAll(reader: Encoder, documents: EntityDocument[]): Promise<Judgement[]> {
  const { judge } = await encoderJudge(reader, join(folder!, 'judge-abstracts.onnx'), null)
  const answers: Judgement[] = []
  for (const document of documents) answers.push(await judge(document))
  return answers
}

function judgedEntities(
  annotated: AnnotatedAbstract[],
  documents: EntityDocument[],
  answers: Judgement[],
): JudgedOpinions[] {
  return documents.flatMap((document, index) => {
    const right = new Set(matchEntities(annotated[index]!.entities, document.entities, false).values())
    return document.entities.map((one, at) => ({
      opinions: [one.confidence, 1 - answers[index]!.roles[at]!.at(-1)!],
      isRight: right.has(at),
    }))
  })
}

/** Takes the settings, among all combinations, that give the highest F1 of a score. */
async function choose(score: string, settings: Partial<Record<keyof JudgeWeights, number[]>>): Promise<void> {
  let best = { f1: -1, weights }
  let combinations: JudgeWeights[] = [weights]
  for (const [name, values] of Object.entries(settings))
    combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [name]: value })))
  for (const candidate of combinations) {
    const f1 = (await scoresWith(candidate)).find(({ name }) => name === score)!.f1
    if (f1 > best.f1) best = { f1, weights: candidate }
  }
  weights = best.weights
  report(score, {
    f1: best.f1,
    ...Object.fromEntries(Object.keys(settings).map((name) => [name, weights[name as 'likely']])),
  })
}

async function scoresWith(candidate: JudgeWeights) {
  const read: ExtractedDocument[] = []
  for (const [index, document] of found.entries()) {
    const judge = { weights: candidate, judge: async () => judgements[index]! }
    read.push(await relate(document, { ...models, judge }))
  }
  const predictions = read.map(({ entities, relations }, index) => ({
    id: abstracts[index]!.id,
    entities,
    relations,
  }))
  return scoreAbstracts(abstracts, predictions).scores
}

function report(name: string, values: object): void {
  process.stderr.write(`${name}  ${JSON.stringify(values)}\n`)
}
