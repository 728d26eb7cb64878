import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mentionPairReader } from '../../../ingest/relations/mention-pairs/index.ts'
import { encodeMentionPairs, readMentionPairs } from '../../../ingest/relations/mention-pairs/model-file.ts'
import { classOf, pairClasses } from '../../../ingest/relations/mention-pairs/opinions.ts'
import {
  type MentionPairOptions,
  trainMentionPairs,
} from '../../../ingest/training/mention-pairs/train-mention-pairs.ts'
import { readScierPapers } from '../../../ingest/training/scier-papers.ts'
import { documentOf } from '../relations/marked-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'skein-pairs-'))
afterAll(() => rmSync(folder, { recursive: true }))

function papersOf(records: unknown[]) {
  const file = join(folder, 'papers.jsonl')
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  return readScierPapers(file)
}

describe('readScierPapers', () => {
  it('finds mentions in their order, and the ends of a relation where they are nearest', () => {
    const [paper] = papersOf([
      { doc_id: 'a', sentence: 'Net is old .', ner: [['Net', 'Method']], rel: [] },
      {
        doc_id: 'a',
        sentence: 'Net , Net - 2 and GRU ; Net has GRU .',
        ner: [
          ['Net', 'Method'],
          ['Net - 2', 'Method'],
          ['GRU', 'Method'],
          ['Net', 'Method'],
          ['GRU', 'Method'],
        ],
        rel: [['GRU', 'Part-Of', 'Net']],
      },
    ])
    const { text, mentions } = paper!.document
    for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface)
    expect(mentions.map(({ start }) => start)).toEqual([0, 13, 19, 31, 37, 45])
    expect(paper!.relations).toEqual([{ head: 3, label: 'Part-Of', tail: 4 }])
  })

  it('says which mention is not in its sentence', () => {
    const record = { doc_id: 'a', sentence: 'Net is old .', ner: [['GRU', 'Method']], rel: [] }
    expect(() => papersOf([record])).toThrow(/"GRU" does not come after the mention before it in: Net is old/)
  })
})

const regression = { epochs: 6, learningRate: 0.1, decay: 1e-3, minCount: 2, minWeight: 0 }
const options: MentionPairOptions = { first: regression, second: regression, threshold: 0.4, folds: 2 }
const names = ['Foo', 'Bar', 'Qux', 'Zap', 'Tip', 'Lum', 'Rok', 'Vex', 'Myr', 'Dol']
const papers = papersOf(
  names.flatMap((name, index) => {
    const [method, part, data] = [`${name}Net`, `${name}Layer`, `${name.toUpperCase()}1`]
    const other = `${names[(index + 3) % names.length]}Net`
    return [
      {
        doc_id: name,
        sentence: `${method} has a ${part} and is tested on ${data} .`,
        ner: [
          [method, 'Method'],
          [part, 'Method'],
          [data, 'Dataset'],
        ],
        rel: [
          [part, 'Part-Of', method],
          [method, 'Evaluated-With', data],
        ],
      },
      {
        doc_id: name,
        sentence: `Others like ${method} , and ${other} was made later .`,
        ner: [
          [method, 'Method'],
          [other, 'Method'],
        ],
        rel: [],
      },
    ]
  }),
)

describe('trainMentionPairs', () => {
  const train = () =>
    trainMentionPairs(
      papers,
      () => undefined,
      options,
      () => {},
    )
  const parts = train()

  it('comes out the same each time', () => {
    expect(encodeMentionPairs(train()).equals(encodeMentionPairs(parts))).toBe(true)
  })

  it('reads relations and their directions off words, and none where there is none', async () => {
    const file = join(folder, 'pairs.bin')
    writeFileSync(file, encodeMentionPairs(parts))
    const reader = mentionPairReader(readMentionPairs(file), () => undefined, null)
    const document = documentOf(
      '[M:NewNet] has a [M:NewLayer] and is tested on [D:NEW1]. Others like [M:OldNet], and [M:ElmNet] was made later.',
    )
    const relations = await reader.read(document)
    expect(
      relations.map(({ head, label, tail }) => [
        document.mentions[head]!.surface,
        label,
        document.mentions[tail]!.surface,
      ]),
    ).toEqual([
      ['NewLayer', 'Part-Of', 'NewNet'],
      ['NewNet', 'Evaluated-With', 'NEW1'],
    ])
    for (const { confidence } of relations) expect(confidence).toBeGreaterThanOrEqual(options.threshold)
  })

  it.each([
    [0, ['NewNet Evaluated-With NEW1']],
    [0.5, []],
    [1, ['NEW1 Benchmark-For NewNet']],
  ])('weighs a second opinion, share %s', async (share, expected) => {
    const file = join(folder, 'weighed.bin')
    writeFileSync(file, encodeMentionPairs(parts))
    const reader = mentionPairReader(readMentionPairs(file), () => undefined, {
      ...{ share, threshold: 0.3 },
      async opinionsOn(_, pairs) {
        return pairs.map(() => {
          const opinion = new Float64Array(pairClasses)
          opinion[classOf('Benchmark-For', false)] = 0.4
          return opinion
        })
      },
    })
    const document = documentOf('[M:NewNet] is tested on [D:NEW1].')
    const relations = await reader.read(document)
    const surface = (index: number) => document.mentions[index]!.surface
    expect(relations.map(({ head, label, tail }) => `${surface(head)} ${label} ${surface(tail)}`)).toEqual(
      expected,
    )
  })
})
