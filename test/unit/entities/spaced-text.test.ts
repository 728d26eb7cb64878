import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TextDocument } from '../../../ingest/documents.ts'
import { loadFastTagger } from '../../../ingest/entities/fast/index.ts'
import { readingSpaced } from '../../../ingest/entities/fast/spaced-text.ts'
import { readRecords } from '../../../ingest/evaluation/records.ts'
import { documentOf, type ScierRecord } from '../../../ingest/evaluation/scier-records.ts'
import { shippedModels } from '../../../ingest/model-files.ts'
import { sentencesOf, splitText } from '../../../ingest/text/index.ts'
import { dataFolder, lacksData } from '../../setup/requirements.ts'

it('shows the tagger spaced text, and gives its mentions as they are written', async () => {
  const seen: TextDocument[] = []
  const tagger = readingSpaced({
    name: 'all',
    tag: async (documents) => {
      seen.push(...documents)
      return documents.map(({ text, sentences }) =>
        sentences.map(({ start, end }) => {
          return { start, end, surface: text.slice(start, end), type: 'Method' as const, confidence: 1 }
        }),
      )
    },
  })
  const document = splitText({ title: 'A ResNet-101', abstract: 'It has 2.5M parts. (See GPT2)' })
  const [mentions] = await tagger.tag([document])
  const [spaced] = seen
  const sentencesIn = ({ text, sentences }: TextDocument) =>
    sentences.map(({ start, end }) => text.slice(start, end))
  expect(sentencesIn(spaced!)).toEqual(['A ResNet - 1 0 1', 'It has 2 . 5 M parts .', '( See GPT 2 )'])
  expect(spaced!.sentences.map(({ start }) => start < spaced!.abstractStart)).toEqual([true, false, false])
  expect(mentions!.map(({ surface }) => surface)).toEqual(sentencesIn(document))
})

/** The record as people write it: no spaces inside of words, numbers and brackets. */
function written({ sentences }: ScierRecord): TextDocument {
  let text = ''
  const spans = sentences.map((tokens) => {
    const start = text.length
    text += tokens
      .join(' ')
      .replace(/(?<=\d) (?=\d)/g, '')
      .replace(/ ?([-/]) ?/g, '$1')
      .replace(/ (?=[,.;:)\]%])/g, '')
      .replace(/(?<=[([]) /g, '')
    const end = text.length
    text += ' '
    return { start, end }
  })
  return { text, abstractStart: 0, sentences: sentencesOf(text, spans) }
}

describe.skipIf(lacksData('benchmarks/scier/PLM_dev.jsonl'))('SciER, dev', () => {
  it('has the same mentions tokenised and as people write it', async () => {
    const file = join(dataFolder, 'benchmarks/scier/PLM_dev.jsonl')
    const records = readRecords<ScierRecord>(file, () => null)
    const tagger = await loadFastTagger('scier', shippedModels)
    /** By characters that are not white space, which both have alike. */
    const mentionsOf = async (document: TextDocument) => {
      const [mentions] = await tagger.tag([document])
      const place = (offset: number) => document.text.slice(0, offset).replace(/\s/g, '').length
      return mentions!.map(({ start, end, type }) => `${place(start)} ${place(end)} ${type}`)
    }
    for (const record of records.slice(0, 2)) {
      const tokenised = await mentionsOf(documentOf(record))
      expect(tokenised.length).toBeGreaterThan(20)
      expect(await mentionsOf(written(record))).toEqual(tokenised)
    }
  })
})
