/** Logistic regression, one for each label over shared sparse features, by AdaGrad (Duchi et al., 2011). */
import type { LinearModel } from '../relations/linear-model.ts'

export interface Example {
  features: string[]
  /** For each label of the model whether it holds. */
  holds: boolean[]
}

export interface TrainingOptions {
  epochs: number
  learningRate: number
  /** Strength of the pull towards zero, for each example. */
  decay: number
  /** Features that stand in fewer examples are left out. */
  minCount: number
}

/** Deterministic: examples are visited in a shuffled order that a fixed seed decides. */
export function trainLogistic(labels: string[], examples: Example[], options: TrainingOptions): LinearModel {
  const { names, rows } = indexFeatures(examples, options.minCount)
  const count = labels.length
  const weights = new Float64Array(names.length * count)
  const squares = new Float64Array(names.length * count).fill(1e-3)
  const order = rows.map((_, index) => index)
  const random = seededRandom(20240521)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const row = rows[index]!
      for (let label = 0; label < count; label++) {
        let sum = 0
        for (const feature of row) sum += weights[feature * count + label]!
        const error = 1 / (1 + Math.exp(-sum)) - (examples[index]!.holds[label] ? 1 : 0)
        for (const feature of row) {
          const at = feature * count + label
          const gradient = error + options.decay * weights[at]!
          squares[at]! += gradient * gradient
          weights[at]! -= (options.learningRate * gradient) / Math.sqrt(squares[at]!)
        }
      }
    }
  }
  const kept: [string, number[]][] = []
  names.forEach((name, feature) => {
    const row = [...weights.subarray(feature * count, (feature + 1) * count)].map(rounded)
    if (row.some((weight) => Math.abs(weight) >= 0.02)) kept.push([name, row])
  })
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  return { labels, thresholds: labels.map(() => 0.5), weights: Object.fromEntries(kept) }
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100 + 0
}

function indexFeatures(examples: Example[], minCount: number): { names: string[]; rows: Uint32Array[] } {
  const counts = new Map<string, number>()
  for (const { features } of examples) {
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const names = [...counts].filter(([, count]) => count >= minCount).map(([name]) => name)
  const ids = new Map(names.map((name, id) => [name, id]))
  const rows = examples.map(({ features }) =>
    Uint32Array.from([...new Set(features)].flatMap((feature) => ids.get(feature) ?? [])),
  )
  return { names, rows }
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
}
