import { describe, expect, it } from 'vitest'
import { conceptKey, normaliseForm } from '../../../ingest/resolution/normalise-form.ts'
import type { ConceptType } from '../../../shared/schema.ts'

const same: string[][] = [
  ['fine-tuning', 'Fine-tuning', 'fine tuning', 'finetuning', 'Fine–Tuning', ' fine\n tuning '],
  ['graph neural networks', 'Graph Neural Network'],
  ['ImageNet', 'Image Net', 'imagenet'],
  ['GPT-2', 'GPT2', 'GPT 2', 'gpt‑2'],
  ['β-VAE', 'beta-VAE', 'Β-VAE', 'beta VAE'],
  ['Naïve Bayes', 'naive Bayes'],
  ['GANs', 'GAN', 'gan'],
  ['ﬁnite automata', 'finite automata'],
  ['The Pile', 'Pile'],
  ['Q&A', 'Q and A'],
  ['Cohen’s kappa', "Cohen's Kappa", 'Cohens kappa'],
  ['normalisation', 'normalization'],
  ['loss', 'losses'],
  ['dictionaries', 'dictionary'],
  ['language modelling', 'language modeling'],
  ['KV caches', 'KV cache'],
  ['movies', 'movie'],
  ['searches', 'search'],
  ['mAP@.5', 'mAP@0.5'],
]
const different: string[][] = [
  ['C', 'C++', 'C#', 'R', 'D'],
  ['GPT-2', 'GPT-3', 'GPT-3.5', 'GPT-35', 'GPT'],
  ['ResNet-18', 'ResNet-50', 'ResNet'],
  ['LLaMA 2 7B', 'LLaMA 27B'],
  ['k-means', 'k-means++'],
  ['A*', 'A'],
  ['CIFAR-10', 'CIFAR-100'],
  ['Precision@1', 'Precision@10'],
  ['mAP@.5', 'mAP@5'],
  ['slot filling', 'slot filing'],
  ['バード', 'ハート'],
  ['∇', '∂'],
]

describe('normaliseForm', () => {
  it.each(same)('%s and %s are one form', (...forms) => {
    expect(new Set(forms.map(normaliseForm)).size).toBe(1)
  })
  it.each(different)('%s and %s are different forms', (...forms) => {
    expect(new Set(forms.map(normaliseForm)).size).toBe(forms.length)
  })
})

const kinds: [ConceptType, string, string, boolean][] = [
  ['Method', 'BERT model', 'BERT', true],
  ['Method', 'Adam optimizer', 'Adam', false],
  ['Method', 'hidden Markov model', 'hidden Markov', false],
  ['Method', 'neural network', 'neural', false],
  ['Dataset', 'ImageNet dataset', 'ImageNet', true],
  ['Dataset', 'SQuAD benchmark', 'SQuAD', true],
  ['Task', 'NER task', 'NER', true],
  ['Metric', 'F1-score', 'F1', true],
  ['Metric', 'BLEU scores', 'BLEU', true],
  ['Metric', 'F-score', 'F', false],
]

describe('conceptKey', () => {
  it.each(kinds)('%s "%s" is "%s": %s', (type, long, short, equal) => {
    expect(conceptKey(type, long) === conceptKey(type, short)).toBe(equal)
  })
})
