import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { modelFile, modelsFingerprint, modelsFolder, shippedModels } from '../../ingest/model-files.ts'
import { InputError } from '../../shared/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'skein-models-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('takes from the shipped models what a folder lacks, and tells folders apart by their content', () => {
  expect(() => modelsFolder(folder)).toThrow(InputError)
  writeFileSync(join(folder, 'README.md'), 'notes')
  expect(() => modelsFolder(folder)).toThrow(/holds no models/)
  expect(() => modelsFolder(join(folder, 'README.md'))).toThrow(/is no folder/)

  writeFileSync(join(folder, 'rule-precision.json'), '{}')
  expect(modelsFolder(folder)).toBe(folder)
  expect(modelFile(folder, 'rule-precision.json')).toBe(join(folder, 'rule-precision.json'))
  expect(modelFile(folder, 'fast-scier.bin')).toBe(join(shippedModels, 'fast-scier.bin'))

  const before = modelsFingerprint(folder)
  writeFileSync(join(folder, 'README.md'), 'other notes')
  expect(modelsFingerprint(folder)).toBe(before)
  writeFileSync(join(folder, 'rule-precision.json'), '{"a":{}}')
  expect(modelsFingerprint(folder)).not.toBe(before)
  expect(modelsFingerprint(modelsFolder(null))).toBe('')
})
