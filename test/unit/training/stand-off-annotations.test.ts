import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnnotatedAbstracts, unfoundForms } from '../../../ingest/training/annotated-abstracts.ts'
import { annotationFiles, readStandOffAnnotations } from '../../../ingest/training/stand-off-annotations.ts'
import { InputError } from '../../../shared/errors.ts'
import { packageRoot } from '../../../shared/package-root.ts'
import { dataFolder, lacksData } from '../../setup/requirements.ts'

describe('our annotations', () => {
  it('hold no text', () => {
    for (const file of annotationFiles)
      for (const line of readFileSync(file, 'utf8').trim().split('\n'))
        expect(Object.keys(JSON.parse(line))).toEqual(['id', 'entities', 'relations'])
  })

  it.skipIf(lacksData('corpora/papers.jsonl.gz'))(
    'meet their texts in the corpora, form by form',
    () => {
      const abstracts = readStandOffAnnotations((path) => join(dataFolder, path))
      expect(abstracts.flatMap(unfoundForms)).toEqual([])
      const dev = readAnnotatedAbstracts(join(dataFolder, 'gold', 'abstracts-dev.jsonl'))
      const start = ({ text }: { text: string }) => text.replace(/\W/g, '').slice(0, 80).toLowerCase()
      const ofDev = new Set(dev.map(start))
      expect(abstracts.filter((abstract) => ofDev.has(start(abstract)))).toEqual([])
    },
    60_000,
  )

  it('say which file is lacking', () => {
    const lacking = (path: string): string => {
      const file = join(packageRoot, 'no-such-folder', path)
      if (existsSync(file)) return file
      throw new InputError(`${file} is not there`)
    }
    expect(() => readStandOffAnnotations(lacking)).toThrow(/papers\.jsonl\.gz is not there/)
  })
})
