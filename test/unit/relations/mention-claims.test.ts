import { describe, expect, it } from 'vitest'
import { relate } from '../../../ingest/relations/index.ts'
import type { MentionLabel } from '../../../ingest/relations/mention-pairs/mention-relation.ts'
import { loadRelationModels } from '../../../ingest/relations/relation-models.ts'
import { documentOf } from './marked-text.ts'

const models = loadRelationModels()

/** The claims of a text where a model reads the given relations, each by the numbers of its mentions. */
async function claimsOf(marked: string, relations: [number, MentionLabel, number][]) {
  const read = async () => relations.map(([head, label, tail]) => ({ head, tail, label, confidence: 0.6 }))
  const document = documentOf(marked)
  const { claims } = await relate(document, { ...models, mentionPairs: { read } })
  return claims.map(({ subject, predicate, object, cue, negated, rule, confidence, value }) => ({
    triple: [subject.entity, predicate, object.entity].join(' '),
    cue: document.text.slice(cue.start, cue.end),
    ...{ negated, rule, confidence, value },
  }))
}

describe('a model of mention pairs', () => {
  it('makes the claims that it has labels for, with the words between as their cue', async () => {
    const claims = await claimsOf('[M:FooNet] has a [M:gate] and is tested on [D:Iris].', [
      [1, 'Part-Of', 0],
      [0, 'Evaluated-With', 2],
    ])
    expect(claims).toEqual([
      {
        ...{ triple: 'FooNet EVALUATED_ON Iris', cue: 'has a gate and is tested on' },
        ...{ negated: false, rule: 'model/mention-pair', confidence: 0.6, value: null },
      },
      {
        ...{ triple: 'gate PART_OF FooNet', cue: 'has a' },
        ...{ negated: false, rule: 'model/mention-pair', confidence: 0.6, value: null },
      },
    ])
  })

  it.each<[string, string, [number, MentionLabel, number], string[]]>([
    ['a synonym claims nothing', '[M:Deep Net] ([M:DN]) runs.', [1, 'Synonym-Of', 0], []],
    [
      'names side by side are their own cue',
      '[M:CNN] [T:parsing] works.',
      [0, 'Used-For', 1],
      ['CNN USED_FOR parsing: CNN parsing, stated'],
    ],
    [
      'a denial is heard',
      '[M:CNN] does not help [T:parsing].',
      [0, 'Used-For', 1],
      ['CNN USED_FOR parsing: does not help, denied'],
    ],
  ])('%s', async (_, marked, relation, expected) => {
    const claims = await claimsOf(marked, [relation])
    expect(
      claims.map(({ triple, cue, negated }) => `${triple}: ${cue}, ${negated ? 'denied' : 'stated'}`),
    ).toEqual(expected)
  })

  it('leaves to rules what it has no label for, and what comes with a number', async () => {
    const claims = await claimsOf('[M:FooNet] outperforms [M:BarNet] by 2.1 points of [X:F1] on [D:Iris].', [
      [0, 'Compare-With', 1],
    ])
    const won = claims.filter(({ triple }) => triple === 'FooNet OUTPERFORMS BarNet')
    expect(won).toMatchObject([{ rule: 'outperforms/active', value: 2.1 }])
    expect(claims.map(({ triple }) => triple)).not.toContain('FooNet COMPARED_WITH BarNet')
  })
})
