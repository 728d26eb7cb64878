/** Maps feature hashes to rows, by open addressing in one typed array: no objects, no strings at run time. */
export class FeatureTable {
  readonly size: number
  private readonly mask: number
  /** A slot is a hash and its row + 1, side by side: most look-ups miss the processor's cache, and one miss is enough. */
  private readonly slots: Int32Array
  /** A bit for each hash, some shared: small enough to stay near the processor, it answers for most that are missing. */
  private readonly filter: Int32Array

  /** @param hashes distinct; the row of each is its index */
  constructor(hashes: Int32Array) {
    let capacity = 16
    while (capacity < hashes.length * 2) capacity *= 2
    this.size = hashes.length
    this.mask = capacity - 1
    this.slots = new Int32Array(capacity * 2)
    this.filter = new Int32Array(capacity / 4)
    for (let row = 0; row < hashes.length; row++) {
      this.filter[(hashes[row]! >>> 5) & (this.filter.length - 1)]! |= 1 << (hashes[row]! & 31)
      let slot = hashes[row]! & this.mask
      while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask
      this.slots[2 * slot] = hashes[row]!
      this.slots[2 * slot + 1] = row + 1
    }
  }

  /** The row of a feature, or -1. */
  row(hash: number): number {
    if (((this.filter[(hash >>> 5) & (this.filter.length - 1)]! >>> (hash & 31)) & 1) === 0) return -1
    let slot = hash & this.mask
    for (;;) {
      const row = this.slots[2 * slot + 1]!
      if (row === 0 || this.slots[2 * slot] === hash) return row - 1
      slot = (slot + 1) & this.mask
    }
  }
}
