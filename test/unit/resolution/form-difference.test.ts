import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../ingest/resolution/form-difference.ts'

describe('differenceOf', () => {
  it.each([
    ['LoRA', 'Lora', 'case'],
    ['fine-tuning', 'fine tuning', 'hyphen or space'],
    ['GANs', 'GAN', 'plural'],
    ['normalisation', 'normalization', 'spelling'],
    ['ResNet-18', 'ResNet-50', 'size or version'],
    ['RL', 'reinforcement learning', 'acronym'],
    ['DETR', 'DETR decoder', 'extension'],
    ['accuracy', 'mean accuracy', 'head or part'],
    ['sorter', 'Zed', 'wording'],
  ])('%s, %s: %s', (a, b, kind) => {
    expect([differenceOf(a, b), differenceOf(b, a)]).toEqual([kind, kind])
  })
})
