/** Trains the model of coreference: which groups of annotated mentions the annotators have as one entity. */
import { coreferenceFile, coreferenceLabel } from '../coreference/index.ts'
import { entityPairs } from '../coreference/pair-features.ts'
import { findAcronyms } from '../entities/acronyms.ts'
import { groupMentions } from '../entities/grouping.ts'
import { splitText } from '../text/index.ts'
import { encodeLinearModels } from '../weights/linear-model.ts'
import { type AnnotatedAbstract, projectEntities } from './annotated-abstracts.ts'
import { type Example, type TrainingOptions, trainLogistic } from './logistic-regression.ts'
import type { TrainingStep } from './training-step.ts'

/** At which more than nineteen of twenty pairs that the program has as one are one, in SciREX too (train split). */
const threshold = 0.7
const options: TrainingOptions = { epochs: 10, learningRate: 0.1, decay: 1e-3, minCount: 4 }

export const coreferenceStep: TrainingStep = {
  name: 'coreference',
  label: 'which names of an abstract are one thing',
  files: [coreferenceFile],
  minutes: 0.3,
  fromAbstracts: true,
  async run(run, report) {
    report(0, 'pairs of names')
    const examples = run.abstracts().flatMap(coreferenceExamples)
    report(0.7, `${examples.length} pairs`)
    const model = trainLogistic([coreferenceLabel], examples, options)
    model.thresholds = [threshold]
    run.write(coreferenceFile, encodeLinearModels({ [coreferenceLabel]: model }))
  },
}

/** What grouping makes of the annotated mentions, pair by pair; groups that share an annotated entity are the same. */
export function coreferenceExamples({ title, text, entities: annotated }: AnnotatedAbstract): Example[] {
  const document = projectEntities(splitText({ title, abstract: text }), annotated)
  const ownerOf = new Map(
    document.entities.flatMap(({ mentions }, index) => mentions.map(({ start }) => [start, index] as const)),
  )
  const entities = groupMentions(document.text, document.mentions, findAcronyms(document))
  const owners = entities.map(({ mentions }) => new Set(mentions.map(({ start }) => ownerOf.get(start)!)))
  return entityPairs({ ...document, entities }).map(({ first, second, features }) => {
    return { features, holds: [[...owners[first]!].some((owner) => owners[second]!.has(owner))] }
  })
}
