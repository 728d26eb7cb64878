/**
 * Finds the weights of features by their hashes. A slot holds hash and weights side by side: most look-ups miss the
 * processor's cache, and so each misses it once.
 */
export class WeightTable {
  private readonly labels: number
  private readonly mask: number
  /** Numbers in a slot: its hash, the query that counted it last, and its weights, a byte each. */
  private readonly stride: number
  private readonly numbers: Int32Array
  /** The same memory. */
  private readonly bytes: Int8Array
  private queries = 0

  /**
   * @param hashes distinct
   * @param weights of hash `row` for each of `labels` labels, at [row * labels + label]
   */
  constructor(hashes: Int32Array, weights: Int8Array, labels: number) {
    let capacity = 16
    while (capacity < hashes.length * 2) capacity *= 2
    this.labels = labels
    this.mask = capacity - 1
    this.stride = 2 + Math.ceil(labels / 4)
    this.numbers = new Int32Array(capacity * this.stride)
    this.bytes = new Int8Array(this.numbers.buffer)
    for (let slot = 0; slot < capacity; slot++) this.numbers[slot * this.stride + 1] = empty
    for (let row = 0; row < hashes.length; row++) {
      const at = ~this.find(hashes[row]!)
      this.numbers[at] = hashes[row]!
      this.numbers[at + 1] = 0
      this.bytes.set(weights.subarray(row * labels, (row + 1) * labels), (at + 2) * 4)
    }
  }

  /** Adds the weights of features to the sums of their labels; each counts once, however often it is given. */
  addOnce(lists: readonly number[][], sums: Float64Array): void {
    const { numbers, bytes, labels } = this
    if (++this.queries === 0x7fffffff) this.forgetQueries()
    for (const list of lists) {
      for (let index = 0; index < list.length; index++) {
        const at = this.find(list[index]!)
        if (at < 0 || numbers[at + 1] === this.queries) continue
        numbers[at + 1] = this.queries
        const first = (at + 2) * 4
        for (let label = 0; label < labels; label++) sums[label]! += bytes[first + label]!
      }
    }
  }

  /** The weight of a feature for a label; null where there is no such feature. */
  weight(hash: number, label: number): number | null {
    const at = this.find(hash)
    return at < 0 ? null : this.bytes[(at + 2) * 4 + label]!
  }

  /** Where the slot of a hash starts, or `~` of where it would. */
  private find(hash: number): number {
    const { numbers, mask, stride } = this
    let slot = hash & mask
    for (;;) {
      const at = slot * stride
      if (numbers[at + 1] === empty) return ~at
      if (numbers[at] === hash) return at
      slot = (slot + 1) & mask
    }
  }

  private forgetQueries(): void {
    for (let at = 1; at < this.numbers.length; at += this.stride) {
      if (this.numbers[at] !== empty) this.numbers[at] = 0
    }
    this.queries = 1
  }
}

const empty = -1
