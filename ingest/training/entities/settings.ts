/** Settings of the fast tagger, chosen on the dev splits. */
export const chainOptions = {
  ...{ epochs: 8, learningRate: 0.03, decay: 1e-3 },
  ...{ dropout: 0.5, minCount: 2, minWeight: 0.05 },
}
export const selectionOptions = { epochs: 10, learningRate: 0.02, decay: 1e-3, minCount: 3, threshold: 0.4 }
/** Abstracts are split this often where a chain has to read what it was not trained on. */
export const foldCount = 4
