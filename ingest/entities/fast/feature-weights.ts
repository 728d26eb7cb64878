import { labelCount } from './labels.ts'
import { addBytes, packBytes, packedSize } from './packed-scores.ts'

/** Numbers in a slot: a hash and its packed weights. */
const slotSize = 1 + packedSize
/** In the first of a slot's weights, above those of three labels. */
const taken = 1 << 24

/**
 * The weights of the chain's features by their hashes, by open addressing in one typed array. A slot holds hash and
 * weights side by side: most look-ups miss the processor's cache, and so each misses it once.
 */
export class FeatureWeights {
  private readonly mask: number
  private readonly slots: Int32Array
  /** A bit for each hash, some shared: small enough to stay near the processor, it answers for most that are missing. */
  private readonly filter: Int32Array

  /**
   * @param hashes distinct
   * @param weights at [row * labelCount + label], for the hash of the same row
   */
  constructor(hashes: Int32Array, weights: Int8Array) {
    let capacity = 16
    while (capacity < hashes.length * 1.5) capacity *= 2
    this.mask = capacity - 1
    this.slots = new Int32Array(capacity * slotSize)
    this.filter = new Int32Array(capacity / 4)
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row]!
      this.filter[(hash >>> 5) & (this.filter.length - 1)]! |= 1 << (hash & 31)
      let slot = hash & this.mask
      while (this.slots[slot * slotSize + 1] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot * slotSize] = hash
      const own = weights.subarray(row * labelCount, (row + 1) * labelCount)
      for (let index = 0; index < packedSize; index++) {
        this.slots[slot * slotSize + 1 + index] = packBytes(own, index) | (index === 0 ? taken : 0)
      }
    }
  }

  /**
   * Writes the indices of the hashes that may be known into `kept`, a few more than are. It branches nowhere, so that the
   * processor waits for the memory of many at a time.
   * @returns how many there are
   */
  sift(hashes: Int32Array, length: number, kept: Int32Array): number {
    const { filter } = this
    const mask = filter.length - 1
    let count = 0
    for (let index = 0; index < length; index++) {
      const hash = hashes[index]!
      kept[count] = index
      count += (filter[(hash >>> 5) & mask]! >>> (hash & 31)) & 1
    }
    return count
  }

  /** Adds the weights of a feature, where they are known, to the packed scores at a place; an empty slot's are 0. */
  addTo(total: Float64Array, place: number, hash: number): void {
    const { slots, mask } = this
    let slot = hash & mask
    while (slots[slot * slotSize] !== hash) {
      if (slots[slot * slotSize + 1] === 0) return
      slot = (slot + 1) & mask
    }
    addBytes(total, place, slots, slot * slotSize + 1)
  }
}
