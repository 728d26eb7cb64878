import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatReport } from '../../../ingest/evaluation/evaluation.ts'
import { mentionsKind } from '../../../ingest/evaluation/resolution/form-kinds.ts'
import { resolution } from '../../../ingest/evaluation/resolution/index.ts'
import { temporaryFolder } from '../../setup/skein.ts'

let folder: string
let remove: () => void
beforeAll(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterAll(() => remove())

const options = { tagger: null, models: '', predictions: null, errors: 2, reliability: false }

async function evaluate(name: string, records: object[]) {
  const path = join(folder, name)
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(lines) : lines)
  const report = await resolution.run(path, options)
  const counts = report.scores.map(({ truePositives, falsePositives, falseNegatives }) =>
    [truePositives, falsePositives, falseNegatives].join(' '),
  )
  return { report, counts }
}

const abstract = (id: string, text: string, ...entities: [string, ...string[]][]) => ({
  id,
  title: null,
  text,
  entities: entities.map(([name, ...aliases]) => ({ name, type: 'Method', role: 'used', aliases })),
  relations: [],
})

describe('skein eval resolution', () => {
  it('counts pairs of forms in a document and of concepts across documents', async () => {
    const { counts, report } = await evaluate('abstracts.jsonl', [
      abstract(
        'a',
        'We tune Low-Rank Adaptation (LoRA). Our sorter, Zed, is fast.',
        ['Low-Rank Adaptation', 'LoRA'],
        ['sorter', 'Zed'],
      ),
      abstract('b', 'We use LoRA, or Low-Rank Adaptation.', ['Low-Rank Adaptation', 'LoRA']),
      abstract('c', 'The DETR and the DETR decoders.', ['DETR'], ['DETR decoders']),
    ])
    // LoRA twice right (unexplained it stands for what is written as a name); "sorter" and "Zed" missed; the decoders
    // wrongly taken for DETR. Across: LoRA, also unexplained.
    expect(counts).toEqual(['2 1 1', '1 0 0', '1 0 0'])
    expect(report.errors).toMatchObject([
      { part: 'in a document', category: 'joined though two, extension', count: 1 },
      {
        category: 'one but not joined, wording',
        examples: [{ document: 'a', annotated: '"Zed" = "sorter"', extracted: '"Zed" and "sorter"' }],
      },
    ])
    expect(formatReport(report)).toContain('in a document, joined though two, extension: 1')
  })

  it('reads gzipped SciREX: salient clusters, without what names nothing by itself', async () => {
    const words = 'Residual Networks ( ResNets ) and our model ; R - CNN networks .'.split(' ')
    const { counts } = await evaluate('scirex.jsonl.gz', [
      {
        doc_id: 'x',
        words,
        sentences: [[0, words.length]],
        ner: [
          [0, 2, 'Method'],
          [3, 4, 'Method'],
          [6, 8, 'Method'],
          [9, 13, 'Method'],
        ],
        coref: {
          ResNet: [
            [0, 2],
            [3, 4],
            [6, 8],
          ],
          'R-CNN': [[9, 13]],
        },
        coref_non_salient: {},
      },
    ])
    expect(counts[0]).toBe('1 0 0')
  })

  it('says what is wrong with a file of another layout', async () => {
    await expect(evaluate('other.jsonl', [{ doc_id: 'x', sentences: [] }])).rejects.toThrow(
      /other\.jsonl, line 1: expected a record of SciREX/,
    )
  })
})

describe('mentionsKind', () => {
  it.each(['our full model', 'easy set', 'detection', 'mean IoU of', '42'])('%s names nothing', (form) => {
    expect(mentionsKind(form)).toBe(true)
  })
  it.each(['object detection', 'SQuAD dataset', 'F1', 'Adam'])('%s is a name', (form) => {
    expect(mentionsKind(form)).toBe(false)
  })
})
