import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { View } from '../../../graph-ui/api/contract.ts'
import { applyCommand } from '../../../graph-ui/app/state/commands/index.ts'
import { BadLinkError, decodeView, encodeView } from '../../../graph-ui/app/state/link.ts'
import { openLink } from '../../../graph-ui/app/state/open-link.ts'
import { emptyPicture, type Picture } from '../../../graph-ui/app/state/picture.ts'
import { type Kept, toSavedView } from '../../../graph-ui/app/state/save-view.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const node = (key: string, x: number, y: number, community: number | null = null) =>
  viewNode(key, { name: `name of ${key}`, papers: 3, year: 2017, lastYear: 2020, x, y, community })
const edge = (source: string, type: string, target: string) =>
  viewEdge(source, type, target, {
    key: JSON.stringify([source, type, target]),
    papers: 2,
    confidence: 0.9,
    firstYear: 2017,
    lastYear: 2018,
  })
const keyOf = (i: number) => `Concept/Method:node ${i}`

/** A picture of some nodes in a ring, one of which was expanded. */
function pictureOf(count: number, places: readonly [number, number][], hidden: number[]): Picture {
  const nodes = Array.from({ length: count }, (_, i) => node(keyOf(i), ...(places[i] ?? [i, -i]), i % 3))
  const edges = nodes.map((_, i) => edge(keyOf(i), 'USED_FOR', keyOf((i + 1) % count)))
  const communities = [{ id: 0, name: '<b>zero</b>', key: 'Concept/Method:a', members: ['a'], size: 2 }]
  const shown = applyCommand(emptyPicture, {
    kind: 'show',
    title: 'A “title” <i>',
    source: { kind: 'landscape' },
    view: { nodes, edges },
    communities,
    scope: { kind: 'landscape', concepts: 500 },
  })
  const added: View = { nodes: [node('Paper/new', 1.5, 2.5)], edges: [edge('Paper/new', 'CITES', keyOf(0))] }
  const expanded = applyCommand(shown, {
    kind: 'expand',
    key: keyOf(0),
    name: 'zero',
    relation: 'all',
    direction: 'in',
    view: added,
    scope: null,
  })
  const moved = applyCommand(expanded, { kind: 'move', key: keyOf(0), name: 'zero', x: -70.5, y: 12 })
  return {
    ...moved,
    hidden: new Set(hidden.filter((i) => i < count).map(keyOf)),
    pinned: new Set(['Paper/new']),
    focus: keyOf(0),
    filters: { ...moved.filters, withoutTypes: new Set(['Dataset']), from: 2015, text: 'é"' },
    appearance: { ...moved.appearance, colour: 'community' },
  }
}

const kept = (picture: Picture): Kept => ({
  picture,
  selection: { kind: 'edge', key: [...picture.edges.keys()][0]! },
  desk: { panel: 'cypher', about: [keyOf(0)] },
  query: { cypher: 'MATCH (n) WHERE n.id = $id RETURN n', params: { id: ['a', 1, null] } },
})
const camera = { x: 0.4, y: 0.6, ratio: 0.3, frame: { x: [-1, 2], y: [-3, 4] } } as const

/** A graph that has what the picture has, less some nodes. */
const graphOf = ({ nodes, edges }: Picture, without: string[] = []) => ({
  viewWithoutPlaces: async (keys: string[]) => {
    const found = keys.filter((key) => !without.includes(key))
    return {
      nodes: found.map((key) => ({ ...nodes.get(key)!, x: 0, y: 0, community: null })),
      edges: [...edges.values()].filter((it) => found.includes(it.source) && found.includes(it.target)),
      missing: keys.length - found.length,
    }
  },
  landscape: async () => ({ nodes: [...nodes.values()], edges: [...edges.values()], communities: [] }),
  neighbourhood: () => Promise.reject(new Error('not asked')),
  cypher: () => Promise.reject(new Error('not asked')),
})
const signal = new AbortController().signal
const hashOf = (picture: Picture) =>
  encodeView(toSavedView(kept(picture), { ...camera, frame: { x: [-1, 2], y: [-3, 4] } }))

describe('a link', () => {
  it('restores all of a picture', async () => {
    const tenth = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 10)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(tenth, tenth), { minLength: 2, maxLength: 12 }),
        fc.array(fc.nat(12)),
        async (places, hidden) => {
          const picture = pictureOf(places.length, places, hidden)
          const opened = await openLink(await decodeView(await hashOf(picture)), graphOf(picture), signal)
          const { showing: _one, ...restored } = applyCommand(emptyPicture, opened.command)
          const { showing: _other, ...expected } = picture
          expect(restored).toEqual(expected)
          const { selection, desk, query } = kept(picture)
          expect(opened).toMatchObject({ selection, desk, query, camera, notice: null })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('lets what was expanded be collapsed afterwards', async () => {
    const picture = pictureOf(4, [], [])
    const opened = await openLink(await decodeView(await hashOf(picture)), graphOf(picture), signal)
    const restored = applyCommand(emptyPicture, opened.command)
    const collapsed = applyCommand(restored, { kind: 'collapse', key: keyOf(0), name: 'zero' })
    expect([...restored.nodes.keys()]).toContain('Paper/new')
    expect([...collapsed.nodes.keys()]).toEqual([0, 1, 2, 3].map(keyOf))
  })

  it('of 140 nodes has less than 6 kB', async () => {
    const random = (i: number) => Math.sin(i * 12.9898) * 600
    const places = Array.from({ length: 140 }, (_, i) => [random(i), random(i + 1000)] as [number, number])
    expect((await hashOf(pictureOf(140, places, [3, 5]))).length).toBeLessThan(6000)
  })

  it('tells what is no longer there', async () => {
    const picture = pictureOf(4, [], [])
    const opened = await openLink(
      await decodeView(await hashOf(picture)),
      graphOf(picture, [keyOf(1), keyOf(2)]),
      signal,
    )
    expect(opened.notice?.words).toBe('2 of 5 nodes are no longer in the graph.')
    expect(opened.command.view.nodes.map(({ key }) => key)).toEqual([keyOf(0), keyOf(3)])
  })

  it('asks for a large picture again, and keeps what was done with it', async () => {
    const picture = pictureOf(3100, [], [7])
    const hash = await hashOf(picture)
    expect(hash.length).toBeLessThan(2000)
    const restored = applyCommand(
      emptyPicture,
      (await openLink(await decodeView(hash), graphOf(picture), signal)).command,
    )
    expect(restored.nodes.size).toBe(3101)
    expect(restored.hidden).toEqual(picture.hidden)
    expect(restored.places).toEqual(picture.places)
  })

  it('is not made of a large picture that nothing gives again', () => {
    const picture = { ...pictureOf(3100, [], []), source: { kind: 'nodes' } as const }
    expect(() => toSavedView(kept(picture), null)).toThrow(/holds 3,000 nodes, and this picture has 3,101/)
  })

  it('of another graph says so', async () => {
    const picture = pictureOf(3, [], [])
    const all = [...picture.nodes.keys()]
    await expect(
      openLink(await decodeView(await hashOf(picture)), graphOf(picture, all), signal),
    ).rejects.toThrow(/another graph/)
  })

  it.each([
    ['#view=', /another version/],
    ['#view=2.abc', /another version/],
    ['#view=1.%%%', /damaged/],
    ['#view=1.abcd', /damaged/],
  ])('that is broken says so: %s', async (hash, message) => {
    await expect(decodeView(hash)).rejects.toThrow(message)
    await expect(decodeView(hash)).rejects.toThrow(BadLinkError)
  })

  it('refuses what is no view, and what unfolds without end', async () => {
    const api = graphOf(emptyPicture)
    for (const strange of [null, [], { nodes: ['x'] }]) {
      await expect(openLink({ strange }, api, signal)).rejects.toThrow(/something else/)
    }
    await expect(decodeView(await encodeView(['a'.repeat(9_000_000)]))).rejects.toThrow(/damaged/)
  })

  it('never fails otherwise, however it is tampered with', async () => {
    const picture = pictureOf(5, [], [1])
    const saved = toSavedView(kept(picture), null)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(saved)), fc.jsonValue(), async (field, value) => {
        const hash = await encodeView({ ...saved, [field]: value })
        const opened = await openLink(await decodeView(hash), graphOf(picture), signal).catch(
          (error: unknown) => error,
        )
        if (opened instanceof Error) expect(opened).toBeInstanceOf(BadLinkError)
        else applyCommand(emptyPicture, (opened as Awaited<ReturnType<typeof openLink>>).command)
      }),
    )
  })
})
