/** Maps feature hashes to rows, by open addressing in one typed array: no objects, no strings at run time. */
export interface FeatureTable {
  /** The row of a feature, or -1. */
  row(hash: number): number
  readonly size: number
}

/** @param hashes distinct; the row of each is its index */
export function featureTable(hashes: Int32Array): FeatureTable {
  let capacity = 16
  while (capacity < hashes.length * 2) capacity *= 2
  const mask = capacity - 1
  // A slot is a hash and its row + 1, side by side: most look-ups miss the processor's cache, and one miss is enough.
  const slots = new Int32Array(capacity * 2)
  hashes.forEach((hash, row) => {
    let slot = hash & mask
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    slots[2 * slot] = hash
    slots[2 * slot + 1] = row + 1
  })
  return {
    size: hashes.length,
    row(hash) {
      let slot = hash & mask
      for (;;) {
        const row = slots[2 * slot + 1]!
        if (row === 0 || slots[2 * slot] === hash) return row - 1
        slot = (slot + 1) & mask
      }
    },
  }
}
