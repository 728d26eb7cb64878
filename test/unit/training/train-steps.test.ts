import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { chosenSteps, refuseToOverwrite, runSteps } from '../../../ingest/commands/train-steps.ts'
import { extract } from '../../../ingest/pipeline.ts'
import { loadTier } from '../../../ingest/tiers.ts'
import {
  type AnnotatedAbstract,
  readAnnotatedAbstracts,
} from '../../../ingest/training/annotated-abstracts.ts'
import { trainingSteps } from '../../../ingest/training/steps.ts'
import { openTrainingRun } from '../../../ingest/training/training-run.ts'
import { InputError, UsageError } from '../../../shared/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'skein-train-'))
afterAll(() => rmSync(folder, { recursive: true }))

const syllables = ['Bar', 'Foo', 'Qux', 'Zap', 'Tip', 'Lum']
const abstracts = syllables.flatMap((first) =>
  ['net', 'gan', 'mix', 'rok'].map((last, index): AnnotatedAbstract => {
    const [method, base] = [`${first}${last.toUpperCase()}`, `Old${first}`]
    const dataset = `${first.toUpperCase()}-${index}00`
    return {
      id: method,
      title: `${method}: a small model`,
      text: `We propose ${method}, a small model based on ${base}. We evaluate ${method} on the ${dataset} dataset.`,
      entities: [
        { name: method, type: 'Method', role: 'introduced', aliases: [] },
        { name: base, type: 'Method', role: 'used', aliases: [] },
        { name: dataset, type: 'Dataset', role: 'used', aliases: [] },
      ],
      relations: [
        [method, 'BASED_ON', base],
        [method, 'EVALUATED_ON', dataset],
      ],
    }
  }),
)

it('trains on own annotations: the same files each time, and they read a new text', async () => {
  const outs = ['one', 'two'].map((name) => join(folder, name))
  const shares: number[] = []
  for (const out of outs) {
    const bar = { show: (share: number | null) => shares.push(share!), say() {}, finish() {} }
    await runSteps(chosenSteps(null, true), openTrainingRun(folder, abstracts, out), bar)
  }
  const [one, two] = outs.map(
    (out) => new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))])),
  )
  expect([...one!.keys()].sort()).toEqual([
    'coreference.bin',
    'fast-abstracts.bin',
    'pairs.bin',
    'roles.bin',
    'rule-precision.json',
  ])
  for (const [name, content] of one!) expect(two!.get(name)?.equals(content), name).toBe(true)
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  expect(() => refuseToOverwrite(outs[0]!, ['roles.bin'])).toThrow(InputError)

  const text = 'We propose MyrGAN, a small model based on OldMyr. We evaluate MyrGAN on the MYR-500 dataset.'
  const [extraction] = await extract([{ title: null, abstract: text }], await loadTier('fast', outs[0]))
  expect(extraction!.entities.map(({ name, role }) => [name, role])).toEqual([
    ['MyrGAN', 'introduced'],
    ['OldMyr', 'used'],
    ['MYR-500', 'used'],
  ])
  expect(extraction!.relations).toContainEqual(['MyrGAN', 'EVALUATED_ON', 'MYR-500'])
}, 120_000)

it('every step has a name and files of its own, and own annotations only those that learn from them', () => {
  const files = trainingSteps.flatMap((step) => step.files)
  expect(new Set(files).size).toBe(files.length)
  expect(new Set(trainingSteps.map(({ name }) => name)).size).toBe(trainingSteps.length)
  expect(chosenSteps('relations,chain', false).map(({ name }) => name)).toEqual(['chain', 'relations'])
  expect(() => chosenSteps('knowledge', true)).toThrow(UsageError)
  expect(() => chosenSteps('bones', false)).toThrow(/--only takes knowledge, chain/)
})

it('says which data is missing', async () => {
  const run = openTrainingRun(join(folder, 'nowhere'), null, join(folder, 'three'))
  for (const { run: step } of trainingSteps) {
    await expect(step(run, () => {})).rejects.toThrow(/nowhere.*is not there; SKEIN_DATA/)
  }
})

describe('readAnnotatedAbstracts', () => {
  const good = JSON.stringify(abstracts[0])
  const altered = (change: object) => JSON.stringify({ ...abstracts[0], ...change })
  it.each([
    ['a line that is no JSON', '{', /line 2: not JSON/],
    ['no text', altered({ text: undefined }), /line 2: text: /],
    [
      'an unknown type',
      altered({ entities: [{ name: 'a', type: 'Model', role: 'used', aliases: [] }] }),
      /line 2: entities\.0\.type: /,
    ],
    ['an unknown label', altered({ relations: [['BarNET', 'USES', 'OldBar']] }), /line 2: relations\.0\.1: /],
    [
      'an end that is no entity',
      altered({ relations: [['BarNET', 'BASED_ON', 'OldFoo']] }),
      /line 2: relations\.0: "OldFoo" is no name/,
    ],
  ])('says where there is %s', (name, line, message) => {
    const file = join(folder, `${name}.jsonl`)
    writeFileSync(file, `${good}\n${line}\n`)
    expect(() => readAnnotatedAbstracts(file)).toThrow(message)
  })
})
