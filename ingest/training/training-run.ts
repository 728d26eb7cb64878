/** One run of training: where data and models lie, and what its steps share. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../shared/errors.ts'
import type { EntityDocument } from '../documents.ts'
import type { Knowledge } from '../entities/fast/lexicon.ts'
import { loadKnowledge } from '../entities/fast/load-knowledge.ts'
import { type ModelParts, readModel } from '../entities/fast/model-file.ts'
import { modelFile } from '../model-files.ts'
import { type AnnotatedAbstract, readAnnotatedAbstracts } from './annotated-abstracts.ts'
import { type LabelledDocument, labelAbstract } from './entities/labelled-documents.ts'
import { chainOptions, foldCount } from './entities/settings.ts'
import { trainFolds } from './entities/train-tagger.ts'
import { recogniseUnseen } from './recognise-unseen.ts'
import type { Report } from './report.ts'
import { readStandOffAnnotations } from './stand-off-annotations.ts'

export interface TrainingRun {
  /** Where models are written; what a step needs of others is read from here, else from the models that ship. */
  readonly folder: string
  /**
   * A file of the folder of benchmarks and corpora.
   * @throws InputError where it is not there
   */
  dataFile(path: string): string
  /** The annotated abstracts that are trained on. @throws InputError */
  abstracts(): AnnotatedAbstract[]
  labelled(): LabelledDocument[]
  knowledge(): Knowledge
  /** Chains that leave out a fold each; trained once, whichever step asks first. */
  folds(report: Report): ModelParts[]
  /** The abstracts with the entities that a tagger finds which has not seen them. */
  recognised(report: Report): Promise<EntityDocument[]>
  write(file: string, content: string | Uint8Array): void
}

/**
 * @param data folder of benchmarks and corpora
 * @param own annotated abstracts instead of those of the data folder; null for these
 * @param folder is made where it is missing
 */
export function openTrainingRun(data: string, own: AnnotatedAbstract[] | null, folder: string): TrainingRun {
  const dataFile = (path: string) => {
    const file = join(data, path)
    if (existsSync(file)) return file
    throw new InputError(`${file} is not there; SKEIN_DATA names the folder of benchmarks and corpora.`)
  }
  const abstracts = once(
    () =>
      own ?? [
        ...readAnnotatedAbstracts(dataFile('gold/abstracts-train.jsonl')),
        ...readStandOffAnnotations(dataFile),
      ],
  )
  const labelled = once(() => abstracts().map(labelAbstract))
  const knowledge = () => loadKnowledge(folder)
  const folds = once((report: Report) => trainFolds(labelled(), knowledge(), chainOptions, foldCount, report))
  const recognised = once(async (report: Report) => {
    const chains = folds(report)
    const { selection } = readModel(modelFile(folder, 'fast-abstracts.bin'), knowledge())
    return recogniseUnseen(labelled(), knowledge(), chains, selection)
  })
  return {
    folder,
    dataFile,
    abstracts,
    labelled,
    knowledge,
    folds,
    recognised,
    write(file, content) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, file), content)
    },
  }
}

/** Computes at the first call, and gives that again at every other. */
function once<Given extends unknown[], Result>(compute: (...given: Given) => Result) {
  let found: { result: Result } | undefined
  return (...given: Given): Result => {
    found ??= { result: compute(...given) }
    return found.result
  }
}
