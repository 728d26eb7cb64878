/**
 * Scores of labels, several to a number: whole numbers that add up exactly, so that one addition does for
 * {@link lanes} labels.
 */
import { labelCount } from './labels.ts'

const lanes = 3
/** A lane holds sums from -65,536 to 65,535: those of 500 weights of a byte. */
const lane = 2 ** 17
const units = Float64Array.from({ length: lanes }, (_, nth) => lane ** nth)

/** Numbers that the scores of a token's labels are packed into. */
export const packedSize = Math.ceil(labelCount / lanes)

/** The weights of `lanes` labels in the low bytes of a number. @param weights by label */
export function packBytes(weights: Int8Array, index: number): number {
  let bytes = 0
  for (let nth = 0; nth < lanes; nth++) bytes |= ((weights[index * lanes + nth] ?? 0) & 0xff) << (8 * nth)
  return bytes
}

/** Adds weights from {@link packBytes} to the packed scores at a place. */
export function addBytes(total: Float64Array, place: number, weights: Int32Array, from: number): void {
  for (let index = 0; index < packedSize; index++) {
    const bytes = weights[from + index]!
    total[place + index]! +=
      ((bytes << 24) >> 24) + ((bytes << 16) >> 24) * lane + ((bytes << 8) >> 24) * lane * lane
  }
}

/** Adds the packed scores at `from` to those at `place`. */
export function addPacked(total: Float64Array, place: number, scores: Float64Array, from: number): void {
  for (let index = 0; index < packedSize; index++) total[place + index]! += scores[from + index]!
}

/** Adds the packed scores at `from` in place of those at `instead`, which have been added before. */
export function exchangePacked(
  total: Float64Array,
  place: number,
  scores: Float64Array,
  from: number,
  instead: number,
): void {
  for (let index = 0; index < packedSize; index++) {
    total[place + index]! += scores[from + index]! - scores[instead + index]!
  }
}

/** Unpacks the scores of tokens, each times `scale`. @param scores at [token * labelCount + label] */
export function unpackScores(total: Float64Array, tokens: number, scale: number, scores: Float64Array): void {
  for (let token = 0; token < tokens; token++) {
    for (let label = 0; label < labelCount; label += lanes) {
      let rest = total[token * packedSize + label / lanes]!
      for (let nth = Math.min(lanes, labelCount - label) - 1; nth >= 0; nth--) {
        const value = Math.floor(rest / units[nth]! + 0.5)
        rest -= value * units[nth]!
        scores[token * labelCount + label + nth] = value * scale
      }
    }
  }
}
