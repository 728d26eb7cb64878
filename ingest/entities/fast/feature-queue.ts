import type { FeatureWeights } from './feature-weights.ts'

/** Features that wait to be looked up together, so that the processor waits for the memory of many at a time. */
export class FeatureQueue {
  private readonly weights: FeatureWeights
  private hashes = new Int32Array(64)
  private places = new Int32Array(64)
  private known = new Int32Array(64)
  private length = 0

  constructor(weights: FeatureWeights) {
    this.weights = weights
  }

  /** @param place where its weights are to be added */
  push(hash: number, place: number): void {
    if (this.length === this.hashes.length) this.grow()
    this.hashes[this.length] = hash
    this.places[this.length++] = place
  }

  /** Adds the weights of the features that the model knows to the sums, and empties the queue. */
  addTo(sums: Float64Array): void {
    const { weights, hashes, places, known } = this
    const count = weights.sift(hashes, this.length, known)
    for (let nth = 0; nth < count; nth++) {
      const index = known[nth]!
      weights.addTo(sums, places[index]!, hashes[index]!)
    }
    this.length = 0
  }

  private grow(): void {
    const larger = (room: Int32Array) => {
      const made = new Int32Array(room.length * 2)
      made.set(room)
      return made
    }
    this.hashes = larger(this.hashes)
    this.places = larger(this.places)
    this.known = larger(this.known)
  }
}
