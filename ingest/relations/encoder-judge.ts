/** Roles and relations by the encoder: a head over the vectors of mentions and of what stands between them. */
import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { conceptTypes, predicates } from '../../shared/schema.ts'
import type { EntityDocument } from '../documents.ts'
import { type Encoder, type Encoding, openSession } from '../entities/encoder/encoder.ts'
import { type UnitRun, unitRunOf } from '../entities/encoder/unit-runs.ts'
import { width } from '../entities/encoder/word-table.ts'
import { softmax } from '../weights/softmax.ts'
import type { Judge, Judgement, JudgeWeights } from './judge.ts'
import { roleLabels } from './roles.ts'
import { predicatesBySignature, type Signature } from './signatures.ts'

interface PairInput {
  head: number
  tail: number
  between: UnitRun | null
  distance: number
}

/** As in `ingest/training/encoder/model.py`. */
const contextUnits = 24
const distanceBuckets = 8

/** @throws where the model file is missing or damaged: the installation is broken */
export async function encoderJudge<Weights extends JudgeWeights | null>(
  encoder: Encoder,
  file: string,
  weights: Weights,
): Promise<{ weights: Weights; judge: Judge['judge'] }> {
  const session = await openSession(file)
  return {
    weights,
    async judge(document) {
      const encoding = await encoder.encode(document, document.mentions)
      const runs = document.entities.map(({ mentions }) =>
        mentions.flatMap((mention): UnitRun[] => {
          const run = unitRunOf(encoding, mention)
          return run ? [run] : []
        }),
      )
      return judgementOf(document, await runHead(session, document, encoding, runs, pairsOf(document, runs)))
    },
  }
}

function signatureOf({ entities }: EntityDocument, head: number, tail: number): Signature {
  return `${entities[head]!.type}>${entities[tail]!.type}`
}

function pairsOf(document: EntityDocument, runs: UnitRun[][]): PairInput[] {
  const pairs: PairInput[] = []
  for (let head = 0; head < runs.length; head++) {
    for (let tail = 0; tail < runs.length; tail++) {
      if (head === tail || !predicatesBySignature[signatureOf(document, head, tail)]) continue
      const near = nearestRuns(runs[head]!, runs[tail]!)
      if (!near) continue
      const [own, other] = near
      const gap = Math.max(own[0], other[0]) - Math.min(own[1], other[1])
      const isForward = own[0] <= other[0]
      const between: UnitRun = isForward ? [own[1], other[0]] : [other[1], own[0]]
      const isSeen = gap <= contextUnits && between[1] > between[0]
      const bucket = gap <= 0 ? 0 : Math.min(distanceBuckets - 1, 32 - Math.clz32(gap))
      const distance = bucket + (isForward ? distanceBuckets : 0)
      pairs.push({ head, tail, between: isSeen ? between : null, distance })
    }
  }
  return pairs
}

function nearestRuns(heads: UnitRun[], tails: UnitRun[]): [UnitRun, UnitRun] | null {
  let best: [UnitRun, UnitRun] | null = null
  let shortest = Number.POSITIVE_INFINITY
  for (const head of heads) {
    for (const tail of tails) {
      const gap = Math.max(head[0], tail[0]) - Math.min(head[1], tail[1])
      if (gap >= shortest) continue
      shortest = gap
      best = [head, tail]
    }
  }
  return best
}

interface HeadAnswer {
  roles: Float32Array
  pairs: PairInput[]
  relations: Float32Array
}

async function runHead(
  session: InferenceSession,
  document: EntityDocument,
  encoding: Encoding,
  runs: UnitRun[][],
  pairs: PairInput[],
): Promise<HeadAnswer> {
  const count = runs.length
  if (count === 0) return { roles: new Float32Array(), pairs: [], relations: new Float32Array() }
  const whole = new Float32Array(count * width)
  for (let entity = 0; entity < count; entity++) whole.set(encoding.whole, entity * width)
  const integers = (values: number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [values.length])
  // The head takes at least one pair; its answer is not looked at.
  const asked = pairs.length > 0 ? pairs : [{ head: 0, tail: 0, between: null, distance: 0 }]
  const answer = await session.run({
    entities: new Tensor('float32', entityVectors(encoding, runs), [count, 3 * width]),
    documents: new Tensor('float32', whole, [count, width]),
    types: integers(document.entities.map(({ type }) => conceptTypes.indexOf(type))),
    heads: integers(asked.map(({ head }) => head)),
    tails: integers(asked.map(({ tail }) => tail)),
    contexts: new Tensor('float32', contextVectors(encoding, asked), [asked.length, width]),
    distances: integers(asked.map(({ distance }) => distance)),
  })
  return {
    roles: answer.roles!.data as Float32Array,
    pairs,
    relations: answer.relations!.data as Float32Array,
  }
}

/** For each entity the mean of its mentions' first units, the mean of their last, and the first of all. */
function entityVectors({ vectors }: Encoding, runs: UnitRun[][]): Float32Array {
  const rows = new Float32Array(runs.length * 3 * width)
  runs.forEach((own, entity) => {
    const base = entity * 3 * width
    own.forEach(([first, end], index) => {
      for (let i = 0; i < width; i++) {
        rows[base + i]! += vectors[first * width + i]! / own.length
        rows[base + width + i]! += vectors[(end - 1) * width + i]! / own.length
        if (index === 0) rows[base + 2 * width + i] = vectors[first * width + i]!
      }
    })
  })
  return rows
}

/** For each pair the largest values of the units between its nearest mentions. */
function contextVectors({ vectors }: Encoding, pairs: PairInput[]): Float32Array {
  const rows = new Float32Array(pairs.length * width)
  pairs.forEach(({ between }, pair) => {
    if (!between) return
    for (let i = 0; i < width; i++) {
      let most = Number.NEGATIVE_INFINITY
      for (let unit = between[0]; unit < between[1]; unit++) most = Math.max(most, vectors[unit * width + i]!)
      rows[pair * width + i] = most
    }
  })
  return rows
}

function judgementOf(document: EntityDocument, { roles, pairs, relations }: HeadAnswer): Judgement {
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
