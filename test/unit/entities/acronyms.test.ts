import { describe, expect, it } from 'vitest'
import { findAcronyms } from '../../../ingest/entities/acronyms.ts'
import { matchLongForm } from '../../../ingest/entities/long-form.ts'
import { splitText } from '../../../ingest/text/index.ts'

function definitions(abstract: string, title: string | null = null): [string, string][] {
  const document = splitText({ title, abstract })
  const textOf = ({ start, end }: { start: number; end: number }) => document.text.slice(start, end)
  return findAcronyms(document).map(({ short, long }) => [textOf(short), textOf(long)])
}

describe('findAcronyms', () => {
  it.each<[string, [string, string][]]>([
    ['NIMA: Neural Image Assessment', [['NIMA', 'Neural Image Assessment']]],
    [
      'ResFields: Residual Neural Fields for Spatiotemporal Signals',
      [['ResFields', 'Residual Neural Fields']],
    ],
    ['DPO: Direct Preference Optimization Revisited', [['DPO', 'Direct Preference Optimization']]],
    ['LoRA: Low-Rank Adaptation of Large Language Models', [['LoRA', 'Low-Rank Adaptation']]],
    ['FractalNet: Ultra-Deep Neural Networks without Residuals', []],
    ['MNIST: a study of digits', []],
    ['Low-Rank Adaptation: LoRA and its kin', []],
  ])('in the title %s', (title, expected) => {
    expect(definitions('We like it.', title)).toEqual(expected)
  })

  it.each<[string, string, [string, string][]]>([
    ['plain', 'We tune Low-Rank Adaptation (LoRA) here.', [['LoRA', 'Low-Rank Adaptation']]],
    ['plural', 'Some convolutional neural networks (CNNs) win.', [['CNNs', 'convolutional neural networks']]],
    [
      'with a citation',
      'A gated recurrent unit (GRU; Roe, 2014) is used.',
      [['GRU', 'gated recurrent unit']],
    ],
    ['reversed', 'We use GRU (gated recurrent unit) cells.', [['GRU', 'gated recurrent unit']]],
    ['square brackets', 'Hidden Markov model [HMM] taggers.', [['HMM', 'Hidden Markov model']]],
    [
      'letters inside of words',
      'the pretrained transformer (PTF) model',
      [['PTF', 'pretrained transformer']],
    ],
    ['a number is none', 'The best score (97.3) is ours.', []],
    ['an aside is none', 'The method (as shown in Figure 2) works.', []],
    ['letters that do not match', 'A fast sorter (BERT) appears.', []],
    ['a long form in another sentence', 'We like low rank. Adaptation (LoRA) is it.', []],
    [
      'not cut short',
      'We use Proximal Policy Optimization (PPO).',
      [['PPO', 'Proximal Policy Optimization']],
    ],
    ['not cut at a hyphen', 'We like self-supervised learning (SSL).', [['SSL', 'self-supervised learning']]],
    ['reversed, with more', 'CuMix (Curriculum Mixup for unseen domains)', [['CuMix', 'Curriculum Mixup']]],
    [
      'parts of words',
      'We train prefix language models (PrefixLM).',
      [['PrefixLM', 'prefix language models']],
    ],
    ['capitals inside', 'A PointPatchRL (PPRL) agent.', [['PPRL', 'PointPatchRL']]],
    ['letters that stand anywhere', 'We attend to graph networks (GAT).', []],
    ['the sentence around', 'Most cannot handle perturbations (CP).', []],
    ['the short form itself', 'We call NODE-GP (NODE) so.', []],
    ['never closed', 'Low-Rank Adaptation (LoRA and more', []],
  ])('%s', (_, abstract, expected) => {
    expect(definitions(abstract)).toEqual(expected)
  })
})

describe('matchLongForm', () => {
  it('wants the first letter at the start of a word', () => {
    expect(matchLongForm('CA', 'the cat sat')).toBe(4)
    expect(matchLongForm('AT', 'the cat sat')).toBeNull()
  })
})
