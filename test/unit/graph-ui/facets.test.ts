import { describe, expect, it } from 'vitest'
import type { ViewNode } from '../../../graph-ui/api/contract.ts'
import { stopsUpTo } from '../../../graph-ui/app/filters/stops.ts'
import { activeFilters } from '../../../graph-ui/app/state/active-filters.ts'
import { applyCommand } from '../../../graph-ui/app/state/commands/index.ts'
import { noneFound } from '../../../graph-ui/app/state/communities.ts'
import {
  communityFacet,
  extentOfYears,
  mostPapers,
  nodesOfAllYears,
  relationFacet,
  typeFacet,
  venueFacet,
  yearFacet,
} from '../../../graph-ui/app/state/facets.ts'
import { filteredView, isFiltered } from '../../../graph-ui/app/state/filtered.ts'
import { emptyPicture, type Filters, noFilters, type Picture } from '../../../graph-ui/app/state/picture.ts'
import { byKey } from '../../../graph-ui/app/state/sets.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const node = (key: string, type: ViewNode['type'], papers: number, year: number | null) =>
  viewNode(`Concept/${key}`, { type, name: key, papers, year, lastYear: year === null ? null : year + 2 })
const edge = (source: string, type: string, target: string, papers: number) =>
  viewEdge(`Concept/${source}`, type, `Concept/${target}`, {
    key: `${source} ${type} ${target}`,
    papers,
    confidence: 0.9,
  })
const picture: Picture = {
  ...emptyPicture,
  nodes: byKey([
    node('resnet', 'Method', 9, 2015),
    node('vgg', 'Method', 4, 2014),
    node('bert', 'Method', 7, 2018),
    node('imagenet', 'Dataset', 12, 2012),
    node('vision', 'Task', 2, null),
  ]),
  edges: byKey([
    edge('resnet', 'OUTPERFORMS', 'vgg', 3),
    edge('resnet', 'EVALUATED_ON', 'imagenet', 5),
    edge('vgg', 'EVALUATED_ON', 'imagenet', 1),
    edge('resnet', 'USED_FOR', 'vision', 2),
  ]),
}
const known = {
  venues: new Map([
    ['Concept/resnet', ['CVPR', 'NeurIPS']],
    ['Concept/vgg', ['CVPR']],
    ['Concept/bert', ['NAACL', 'NeurIPS']],
  ]),
  communityOf: new Map([
    ['Concept/resnet', 0],
    ['Concept/vgg', 0],
    ['Concept/bert', 1],
  ]),
}
const filtered = (change: Partial<Filters>): Picture => ({ ...picture, filters: { ...noFilters, ...change } })
const said = (facet: { value: string | number; count: number }[]) =>
  facet.map(({ value, count }) => `${value} ${count}`)

describe('facets', () => {
  it.each<[string, Partial<Filters>, string[]]>([
    ['nothing left out', {}, ['Method 3', 'Dataset 1', 'Task 1']],
    ['its own values left out', { withoutTypes: new Set(['Method']) }, ['Method 3', 'Dataset 1', 'Task 1']],
    ['few papers left out', { leastPapers: 5 }, ['Method 2', 'Dataset 1', 'Task 0']],
    ['years left out', { from: 2018 }, ['Method 1', 'Dataset 0', 'Task 1']],
    ['a venue left out', { withoutVenues: new Set(['CVPR']) }, ['Method 2', 'Dataset 1', 'Task 1']],
    ['other names left out', { text: 'e' }, ['Method 2', 'Dataset 1', 'Task 0']],
  ])('of types, %s', (_, change, counts) => {
    expect(said(typeFacet(filtered(change), known))).toEqual(counts)
  })

  it('count relations between the nodes that are left', () => {
    const all = ['EVALUATED_ON 2', 'OUTPERFORMS 1', 'USED_FOR 1']
    expect(said(relationFacet(picture, known))).toEqual(all)
    expect(said(relationFacet(filtered({ withoutRelations: new Set(['OUTPERFORMS']) }), known))).toEqual(all)
    const fewer = filtered({ withoutTypes: new Set(['Task']), leastEvidence: 2 })
    expect(said(relationFacet(fewer, known))).toEqual(['EVALUATED_ON 1', 'OUTPERFORMS 1', 'USED_FOR 0'])
  })

  it('count a node for each of its venues, and for its community', () => {
    expect(said(venueFacet(picture, known))).toEqual(['CVPR 2', 'NeurIPS 2', 'NAACL 1'])
    expect(said(venueFacet(filtered({ leastPapers: 5 }), known))).toEqual(['CVPR 1', 'NeurIPS 2', 'NAACL 1'])
    expect(said(communityFacet(filtered({ to: 2015 }), known))).toEqual(['0 2', '1 0'])
  })

  it('count first years, those between them too', () => {
    const since = filtered({ from: 2019, withoutTypes: new Set(['Dataset']) })
    const years = yearFacet(extentOfYears(since), nodesOfAllYears(since, known))
    expect(years).toHaveLength(9)
    expect(said(years.filter(({ count }) => count > 0))).toEqual(['2014 1', '2015 1', '2018 1'])
    expect(extentOfYears(picture)).toEqual({ first: 2012, last: 2020 })
    expect(extentOfYears(emptyPicture)).toBe(null)
    expect(mostPapers(picture)).toEqual({ ofConcept: 12, ofEdge: 5 })
  })

  it('of a value say what comes back with it', () => {
    const without = filtered({ withoutTypes: new Set(['Method', 'Task']), leastPapers: 5 })
    const before = filteredView(without, known).nodes.length
    const back = { ...without, filters: { ...without.filters, withoutTypes: new Set(['Task'] as const) } }
    const { count } = typeFacet(without, known).find(({ value }) => value === 'Method')!
    expect(filteredView(back, known).nodes.length - before).toBe(count)
  })
})

describe('active filters', () => {
  it.each<[Partial<Filters>, string]>([
    [{ withoutTypes: new Set(['Dataset']) }, 'Without datasets'],
    [{ withoutTypes: new Set(['Dataset', 'Task']) }, 'Only methods'],
    [{ withoutRelations: new Set(['OUTPERFORMS']) }, 'Without “outperforms”'],
    [{ withoutVenues: new Set(['CVPR']) }, 'Without CVPR'],
    [{ withoutCommunities: new Set([1]) }, 'Without Language'],
    [{ from: 2014 }, 'Since 2014'],
    [{ from: 2014, to: 2014 }, 'In 2014'],
    [{ leastPapers: 3 }, 'Concepts: 3 papers or more'],
    [{ leastEvidence: 2 }, 'Edges: 2 papers or more'],
    [{ leastConfidence: 0.85 }, 'At least 85 % sure'],
    [{ text: ' net ' }, 'Names with “net”'],
  ])('%j is called %s, and can be taken back', (change, words) => {
    const found = {
      nodes: picture.nodes,
      communities: [{ id: 1, name: 'Language', key: 'Concept/Task:language', members: [], size: 2 }],
      communityOf: known.communityOf,
    }
    const active = activeFilters(filtered(change), known.venues, found)
    expect(active.map((filter) => filter.words)).toEqual([words])
    expect(isFiltered(applyCommand(filtered(change), active[0]!.remove))).toBe(false)
  })

  it('count hidden nodes as one', () => {
    const hidden = { ...picture, hidden: new Set(['Concept/vgg', 'Concept/bert']) }
    const active = activeFilters(hidden, known.venues, noneFound)
    expect(active.map(({ words }) => words)).toEqual(['2 hidden nodes'])
    expect(applyCommand(hidden, active[0]!.remove).hidden.size).toBe(0)
  })
})

it.each([
  [0, 0, [0]],
  [6, 0, [0, 2, 3, 4, 5]],
  [12, 6, [0, 2, 3, 4, 5, 6, 7, 10]],
  [2500, 0, [0, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 2000]],
])('a slider up to %i that stands at %i stops at %j', (most, present, stops) => {
  expect(stopsUpTo(most, present)).toEqual(stops)
})
