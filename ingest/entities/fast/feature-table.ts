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
  const keys = new Int32Array(capacity)
  const rows = new Int32Array(capacity).fill(-1)
  hashes.forEach((hash, row) => {
    let slot = hash & mask
    while (rows[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = hash
    rows[slot] = row
  })
  return {
    size: hashes.length,
    row(hash) {
      let slot = hash & mask
      while (rows[slot] !== -1) {
        if (keys[slot] === hash) return rows[slot]!
        slot = (slot + 1) & mask
      }
      return -1
    },
  }
}
