import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateIntent } from '../../../ingest/evaluation/citation-intent.ts'
import type { IntentClassifier } from '../../../ingest/relations/intent/intent-classifier.ts'

const folder = mkdtempSync(join(tmpdir(), 'skein-intent-'))

/** Takes a sentence that opens with a label at its word. */
const echo: IntentClassifier = {
  classify: async (sentences) => sentences.map((text) => [{ label: text.split(' ')[0]!, probability: 1 }]),
}

function fileOf(name: string, records: object[]): string {
  const file = join(folder, `${name}.jsonl`)
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  return file
}

describe('evaluateIntent', () => {
  it('scores each label, and the mean of the F1 of all labels', async () => {
    const file = fileOf('gold', [
      { text: 'method is used', label: 'method' },
      { text: 'method is used', label: 'background' },
      { text: 'background is given', label: 'background' },
      { text: 'result is compared', label: 'result' },
    ])
    const { scores, documents } = await evaluateIntent(file, 'scicite', echo)
    expect(documents).toBe(4)
    expect(scores.map(({ name }) => name)).toEqual(['background', 'method', 'result', 'macro F1'])
    expect(scores[1]).toMatchObject({ precision: 0.5, recall: 1, truePositives: 1, falsePositives: 1 })
    expect(scores[3]!.f1).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3, 12)
  })

  it('keeps the record beside its prediction, and needs no annotation', async () => {
    const file = fileOf('bare', [{ text: 'Uses it', metadata: { page: 3 } }])
    const { scores, predictions } = await evaluateIntent(file, 'acl-arc', echo)
    expect(scores).toEqual([])
    expect(predictions).toEqual([{ text: 'Uses it', metadata: { page: 3 }, predicted_label: 'Uses' }])
  })

  it.each([
    [
      'another layout',
      { string: 'We use it.', label: 'method' },
      /line 1: expected "text", a citing sentence/,
    ],
    [
      'labels of another set',
      { text: 'We use it.', label: 'Uses' },
      /"label" is "Uses"; scicite has background, method/,
    ],
  ])('says what is wrong with %s', async (name, record, message) => {
    await expect(evaluateIntent(fileOf(name, [record]), 'scicite', echo)).rejects.toThrow(message)
  })
})
