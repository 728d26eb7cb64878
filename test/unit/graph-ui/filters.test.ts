import { describe, expect, it } from 'vitest'
import type { ViewEdge } from '../../../graph-ui/api/contract.ts'
import { emptyLog, perform } from '../../../graph-ui/app/state/command-log.ts'
import { filteredView, isFiltered } from '../../../graph-ui/app/state/filtered.ts'
import { emptyPicture, type Filters, noFilters } from '../../../graph-ui/app/state/picture.ts'
import { byKey } from '../../../graph-ui/app/state/sets.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const node = viewNode
const edge = (source: string, target: string, of: Partial<ViewEdge>) =>
  viewEdge(source, 'OUTPERFORMS', target, {
    key: `${source} ${target}`,
    confidence: 0.9,
    firstYear: 2016,
    lastYear: 2018,
    ...of,
  })
const nodes = [
  node('Concept/a', { name: 'Residual Network', papers: 9, year: 2015, lastYear: 2020, community: 0 }),
  node('Concept/b', { name: 'VGG', papers: 3, year: 2014, lastYear: 2016, community: 1 }),
  node('Concept/c', { name: 'ImageNet', type: 'Dataset', papers: 5 }),
  node('Paper/p', { name: 'Deep Residual Learning', type: 'Paper', papers: 0, year: 2016, lastYear: 2016 }),
]
const evaluated = { type: 'EVALUATED_ON', papers: 4, confidence: 0.6, firstYear: 2019, lastYear: 2019 }
const edges = [edge('Concept/a', 'Concept/b', {}), edge('Concept/a', 'Concept/c', evaluated)]
const venues = new Map([
  ['Concept/a', ['CVPR', 'NeurIPS']],
  ['Concept/b', ['CVPR']],
])
const communities = [0, 1].map((id) => ({
  id,
  name: `Community ${id}`,
  key: `Concept/Task:${id}`,
  members: [],
  size: 1,
}))
const picture = { ...emptyPicture, nodes: byKey(nodes), edges: byKey(edges), communities }
const all = [...nodes, ...edges].map(({ key }) => key)

describe('filters', () => {
  it.each<[string, Partial<Filters>, string[]]>([
    ['nothing', {}, []],
    ['a type', { withoutTypes: new Set(['Dataset']) }, ['Concept/c', 'Concept/a Concept/c']],
    ['a relation', { withoutRelations: new Set(['OUTPERFORMS']) }, ['Concept/a Concept/b']],
    ['a community', { withoutCommunities: new Set([1]) }, ['Concept/b', 'Concept/a Concept/b']],
    [
      'a venue that is the only one',
      { withoutVenues: new Set(['CVPR']) },
      ['Concept/b', 'Concept/a Concept/b'],
    ],
    [
      'years; what has none stays',
      { from: 2017, to: 2018 },
      ['Concept/b', 'Paper/p', 'Concept/a Concept/b', 'Concept/a Concept/c'],
    ],
    ['what few papers speak of, but no paper', { leastPapers: 4 }, ['Concept/b', 'Concept/a Concept/b']],
    ['edges of few papers', { leastEvidence: 2 }, ['Concept/a Concept/b']],
    ['what is unsure', { leastConfidence: 0.7 }, ['Concept/a Concept/c']],
    ['other names', { text: ' RESIDUAL net' }, all.filter((key) => key !== 'Concept/a')],
    [
      'whatever one of several leaves out',
      { withoutTypes: new Set(['Paper']), leastEvidence: 2, leastConfidence: 0.7 },
      ['Paper/p', 'Concept/a Concept/b', 'Concept/a Concept/c'],
    ],
  ])('leave out %s', (_, change, left) => {
    const filtered = { ...picture, filters: { ...noFilters, ...change } }
    const view = filteredView(filtered, { venues, communityOf: new Map() })
    const shown = [...view.nodes, ...view.edges].map(({ key }) => key)
    expect(shown).toEqual(all.filter((key) => !left.includes(key)))
    expect(isFiltered(filtered)).toBe(left.length > 0)
  })

  it.each<[Partial<Filters>, string]>([
    [{ withoutTypes: new Set(['Dataset']) }, 'Left out datasets'],
    [{ withoutRelations: new Set() }, 'Filtered'],
    [{ withoutVenues: new Set(['A', 'B', 'C']) }, 'Left out A and 2 others'],
    [{ to: 2018 }, 'Until 2018'],
    [{ from: 2017, to: 2018 }, '2017 to 2018'],
    [{ leastPapers: 3 }, 'Concepts: 3 papers or more'],
    [{ leastConfidence: 0.8 }, 'At least 80 % sure'],
    [{ text: 'net' }, 'Names with “net”'],
  ])('%j is told as %s', (change, words) => {
    expect(perform(emptyLog, { kind: 'filter', change }).steps[0]?.words).toBe(words)
  })
})
