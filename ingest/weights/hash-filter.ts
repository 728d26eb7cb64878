/** Says of most hashes that are missing from a table that they are: a bit for each hash, some shared, in little memory. */
export class HashFilter {
  private readonly mask: number
  private readonly bits: Int32Array

  /** @param capacity a power of two, from 16: about twice the number of hashes */
  constructor(hashes: Int32Array, capacity: number) {
    this.mask = capacity / 4 - 1
    this.bits = new Int32Array(capacity / 4)
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index]!
      this.bits[(hash >>> 5) & this.mask]! |= 1 << (hash & 31)
    }
  }

  mayHold(hash: number): boolean {
    return ((this.bits[(hash >>> 5) & this.mask]! >>> (hash & 31)) & 1) === 1
  }
}
