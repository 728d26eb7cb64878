/** The head of roles and relations over the encoder's vectors of mentions and of what stands between them. */
import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { type ConceptType, conceptTypes } from '../../../shared/schema.ts'
import { type Encoding, openSession } from '../../entities/encoder/encoder.ts'
import type { UnitRun } from '../../entities/encoder/unit-runs.ts'
import { width } from '../../entities/encoder/word-table.ts'

/** One thing with its mentions, as the head looks at it. */
export interface HeadEntity {
  type: ConceptType
  runs: UnitRun[]
  /** The window whose vector stands for its text. */
  window: number
}

/** Two of the things, as indices, and what stands between them. */
export interface HeadPair {
  head: number
  tail: number
  between: UnitRun | null
  distance: number
}

export interface HeadAnswer {
  /** Logits: entities × labels. */
  roles: Float32Array
  /** Logits: pairs × labels, the last of each row that of no relation. */
  relations: Float32Array
}

export type EncoderHead = (
  encoding: Encoding,
  entities: HeadEntity[],
  pairs: HeadPair[],
) => Promise<HeadAnswer>

/** As in `ingest/training/encoder/model.py`. */
const contextUnits = 24
const distanceBuckets = 8

/** @returns the pair as the head looks at it; null where one of the two has no mention that was read */
export function headPair(entities: HeadEntity[], head: number, tail: number): HeadPair | null {
  const near = nearestRuns(entities[head]!.runs, entities[tail]!.runs)
  if (!near) return null
  const [own, other] = near
  const gap = Math.max(own[0], other[0]) - Math.min(own[1], other[1])
  const isForward = own[0] <= other[0]
  const between: UnitRun = isForward ? [own[1], other[0]] : [other[1], own[0]]
  const isSeen = gap <= contextUnits && between[1] > between[0]
  const bucket = gap <= 0 ? 0 : Math.min(distanceBuckets - 1, 32 - Math.clz32(gap))
  const distance = bucket + (isForward ? distanceBuckets : 0)
  return { head, tail, between: isSeen ? between : null, distance }
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

/** @throws where the model file is missing or damaged: the installation is broken */
export async function loadEncoderHead(file: string): Promise<EncoderHead> {
  const session = await openSession(file)
  return (encoding, entities, pairs) => runHead(session, encoding, entities, pairs)
}

async function runHead(
  session: InferenceSession,
  encoding: Encoding,
  entities: HeadEntity[],
  pairs: HeadPair[],
): Promise<HeadAnswer> {
  const count = entities.length
  if (count === 0) return { roles: new Float32Array(), relations: new Float32Array() }
  const wholes = new Float32Array(count * width)
  entities.forEach(({ window }, at) => {
    const whole = encoding.wholes[window]
    if (whole) wholes.set(whole, at * width)
  })
  const integers = (values: number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [values.length])
  // The head takes at least one pair; its answer is not looked at.
  const asked = pairs.length > 0 ? pairs : [{ head: 0, tail: 0, between: null, distance: 0 }]
  const answer = await session.run({
    entities: new Tensor('float32', entityVectors(encoding, entities), [count, 3 * width]),
    documents: new Tensor('float32', wholes, [count, width]),
    types: integers(entities.map(({ type }) => conceptTypes.indexOf(type))),
    heads: integers(asked.map(({ head }) => head)),
    tails: integers(asked.map(({ tail }) => tail)),
    contexts: new Tensor('float32', contextVectors(encoding, asked), [asked.length, width]),
    distances: integers(asked.map(({ distance }) => distance)),
  })
  return {
    roles: answer.roles!.data as Float32Array,
    relations: answer.relations!.data as Float32Array,
  }
}

/** For each entity the mean of its mentions' first units, the mean of their last, and the first of all. */
function entityVectors({ vectors }: Encoding, entities: HeadEntity[]): Float32Array {
  const rows = new Float32Array(entities.length * 3 * width)
  entities.forEach(({ runs }, entity) => {
    const base = entity * 3 * width
    runs.forEach(([first, end], index) => {
      for (let i = 0; i < width; i++) {
        rows[base + i]! += vectors[first * width + i]! / runs.length
        rows[base + width + i]! += vectors[(end - 1) * width + i]! / runs.length
        if (index === 0) rows[base + 2 * width + i] = vectors[first * width + i]!
      }
    })
  })
  return rows
}

/** For each pair the largest values of the units between its nearest mentions. */
function contextVectors({ vectors }: Encoding, pairs: HeadPair[]): Float32Array {
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
