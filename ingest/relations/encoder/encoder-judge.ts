/** Roles and relations of an abstract's entities by the encoder. */
import { predicates } from '../../../shared/schema.ts'
import type { EntityDocument } from '../../documents.ts'
import type { Encoder } from '../../entities/encoder/encoder.ts'
import { type UnitRun, unitRunOf } from '../../entities/encoder/unit-runs.ts'
import { softmax } from '../../weights/probabilities.ts'
import type { Judge, Judgement, JudgeWeights } from '../judge.ts'
import { roleLabels } from '../roles.ts'
import { predicatesBySignature, type Signature } from '../signatures.ts'
import { type HeadAnswer, type HeadEntity, type HeadPair, headPair, loadEncoderHead } from './encoder-head.ts'

/** @throws where the model file is missing or damaged: the installation is broken */
export async function encoderJudge<Weights extends JudgeWeights | null>(
  encoder: Encoder,
  file: string,
  weights: Weights,
): Promise<{ weights: Weights; judge: Judge['judge'] }> {
  const head = await loadEncoderHead(file)
  return {
    weights,
    async judge(document) {
      const encoding = await encoder.encode(document, document.mentions)
      const entities = document.entities.map(({ type, mentions }): HeadEntity => {
        const runs = mentions.flatMap((mention): UnitRun[] => {
          const run = unitRunOf(encoding, mention)
          return run ? [run] : []
        })
        return { type, runs, window: 0 }
      })
      const pairs = pairsOf(document, entities)
      return judgementOf(document, pairs, await head(encoding, entities, pairs))
    },
  }
}

function signatureOf({ entities }: EntityDocument, head: number, tail: number): Signature {
  return `${entities[head]!.type}>${entities[tail]!.type}`
}

function pairsOf(document: EntityDocument, entities: HeadEntity[]): HeadPair[] {
  const pairs: HeadPair[] = []
  for (let head = 0; head < entities.length; head++) {
    for (let tail = 0; tail < entities.length; tail++) {
      if (head === tail || !predicatesBySignature[signatureOf(document, head, tail)]) continue
      const pair = headPair(entities, head, tail)
      if (pair) pairs.push(pair)
    }
  }
  return pairs
}

function judgementOf(
  document: EntityDocument,
  pairs: HeadPair[],
  { roles, relations }: HeadAnswer,
): Judgement {
  const size = predicates.length + 1
  const rows = new Map<number, number[]>()
  pairs.forEach(({ head, tail }, index) => {
    const all = softmax(relations.subarray(index * size, (index + 1) * size))
    const own = predicatesBySignature[signatureOf(document, head, tail)]!
    rows.set(
      head * document.entities.length + tail,
      own.map((predicate) => all[predicates.indexOf(predicate)]!),
    )
  })
  return {
    roles: document.entities.map((_, entity) =>
      softmax(roles.subarray(entity * roleLabels.length, (entity + 1) * roleLabels.length)),
    ),
    pair: (head, tail) => rows.get(head * document.entities.length + tail) ?? null,
  }
}
