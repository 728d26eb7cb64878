import { describe, expect, it } from 'vitest'
import { groupMentions } from '../../../ingest/entities/grouping.ts'

/** The forms of each entity, the name first, of names that stand in a text one after the other. */
function grouped(...surfaces: string[]): string[][] {
  let text = ''
  const mentions = surfaces.map((surface) => {
    const start = text.length
    text += `${surface} and `
    return { start, end: start + surface.length, surface, type: 'Method' as const, confidence: 0.9 }
  })
  return groupMentions(text, mentions, []).map(({ name, aliases }) => [name, ...aliases])
}

describe('groupMentions', () => {
  it.each<[string, string[], string[][]]>([
    [
      'a size is a form of what it is a size of, which gives the name',
      ['Mamba-3B', 'Mamba'],
      [['Mamba', 'Mamba-3B']],
    ],
    ['two sizes alone are two', ['ResNet-18', 'ResNet-50'], [['ResNet-18'], ['ResNet-50']]],
    ['versions are two', ['GPT', 'GPT-2'], [['GPT'], ['GPT-2']]],
    ['the fullest form gives the name', ['DETR', 'DETR models'], [['DETR models', 'DETR']]],
    ['case and hyphens make no difference', ['fine-tuning', 'Fine tuning'], [['Fine tuning', 'fine-tuning']]],
    [
      'initials belong to their long form',
      ['RL', 'Reinforcement Learning'],
      [['Reinforcement Learning', 'RL']],
    ],
    [
      'so do letters that follow the initials',
      ['DiPCo', 'Dinner Party Corpus'],
      [['Dinner Party Corpus', 'DiPCo']],
    ],
    [
      'but not of what is written as no name',
      ['LoRA', 'low-rank approximations'],
      [['LoRA'], ['low-rank approximations']],
    ],
    ['numbers are no initials', ['CIFAR-10', 'CIFAR-100'], [['CIFAR-10'], ['CIFAR-100']]],
    [
      'nor is a name short for what begins with it',
      ['ImageNet', 'ImageNet-A'],
      [['ImageNet'], ['ImageNet-A']],
    ],
    [
      'a bracket in a mention tells what it is short for',
      ['support vector machine (SVM) classifiers', 'SVM'],
      [['support vector machine (SVM) classifiers', 'SVM']],
    ],
    [
      'several sizes of a name are things of their own',
      ['CIFAR', 'CIFAR-10', 'CIFAR-100'],
      [['CIFAR'], ['CIFAR-10'], ['CIFAR-100']],
    ],
    ['a name made from another is another', ['WGAN', 'WGAN-GP'], [['WGAN'], ['WGAN-GP']]],
    [
      'what is added with "with" is another',
      ['SVM', 'SVM with kernel smoothing'],
      [['SVM'], ['SVM with kernel smoothing']],
    ],
    ['a plain modifier changes nothing', ['standard dropout', 'dropout'], [['standard dropout', 'dropout']]],
    ['another modifier does', ['adaptive dropout', 'dropout'], [['adaptive dropout'], ['dropout']]],
  ])('%s', (_, surfaces, expected) => {
    expect(grouped(...surfaces)).toEqual(expected)
  })
})

it('acronyms are what the text defines, not what only looks so', () => {
  const text = 'PPO and Proximal Policy Optimization'
  const mention = (start: number, end: number) => ({
    start,
    end,
    surface: text.slice(start, end),
    type: 'Method' as const,
    confidence: 0.9,
  })
  const mentions = [mention(0, 3), mention(8, text.length)]
  const long = { start: 8, end: text.length }
  const acronyms = (definitions: Parameters<typeof groupMentions>[2]) =>
    groupMentions(text, mentions, definitions).map((entity) => [entity.name, entity.acronyms])
  expect(acronyms([])).toEqual([['Proximal Policy Optimization', []]])
  expect(acronyms([{ short: { start: 0, end: 3 }, long }])).toEqual([
    ['Proximal Policy Optimization', ['PPO']],
  ])
})
