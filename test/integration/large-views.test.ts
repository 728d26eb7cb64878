import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredView, View } from '../../graph-ui/api/contract.ts'
import { decodeView, viewMediaType } from '../../graph-ui/view-bytes.ts'
import type { GraphDelta } from '../../shared/graph-store/store.ts'
import { stores } from '../contract/stores.ts'
import { type RunningExplorer, serveStore } from '../setup/explorer.ts'

const size = 2100
const types = ['Method', 'Dataset', 'Task'] as const
const concepts = Array.from({ length: size }, (_, i) => ({
  id: `${types[i % 3]}:c${i}`,
  type: types[i % 3]!,
  name: `Concept ${i}`,
}))
const manyConcepts: GraphDelta = {
  deleteRelationships: [],
  deleteNodes: [],
  nodes: concepts.map(({ id, type, name }, i) => ({
    label: 'Concept',
    id,
    labels: [type],
    properties: { name, type, aliases: [], papers: 1 + (i % 5), firstYear: 2000 + (i % 20), lastYear: 2021 },
  })),
  relationships: concepts.slice(1).map(({ id }, i) => ({
    type: 'USED_FOR',
    from: { label: 'Concept', id },
    to: { label: 'Concept', id: concepts[Math.floor(i / 8)]!.id },
    properties: { papers: 1 + (i % 3), against: 0, confidence: 0.9, firstYear: 2001, lastYear: 2020 },
  })),
}

for (const { name, skip, open } of stores) {
  describe.skipIf(skip !== null)(`large views, ${name}`, () => {
    let explorer: RunningExplorer
    beforeAll(async () => {
      const store = await open()
      await store.apply(manyConcepts)
      explorer = await serveStore(store)
    })
    afterAll(() => explorer?.close())

    async function read<V extends View>(path: string, accept: string, body?: object): Promise<V> {
      const response = await fetch(`${explorer.url}api/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { accept, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      expect(response.status).toBe(200)
      if (response.headers.get('content-type') !== viewMediaType) return (await response.json()) as V
      return decodeView<V>(new Uint8Array(await response.arrayBuffer()))
    }

    it('are everything, each concept at a place of its own, the same as JSON and as bytes', async () => {
      const everything = await read<View>('everything', 'application/json')
      expect(everything.nodes).toHaveLength(size)
      expect(everything.edges).toHaveLength(size - 1)
      expect(new Set(everything.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(size)
      expect(await read('everything', `${viewMediaType}, application/json`)).toEqual(everything)
    })

    it('are all concepts of some types', async () => {
      const found = await read<View>('everything?types=Task,Dataset', viewMediaType)
      expect(new Set(found.nodes.map(({ type }) => type))).toEqual(new Set(['Task', 'Dataset']))
      expect((await fetch(`${explorer.url}api/everything?types=Colour`)).status).toBe(400)
    })

    it('are views of given nodes, with what is missing counted', async () => {
      const nodes = [...concepts.map(({ id }) => `Concept/${id}`), 'Concept/Method:gone']
      const found = await read<StoredView>('view', viewMediaType, { nodes })
      expect(found.missing).toBe(1)
      expect(found).toEqual(await read<StoredView>('view', 'application/json', { nodes }))
    })

    it('are not laid out where the places are known', async () => {
      const nodes = concepts.map(({ id }) => `Concept/${id}`)
      const laidOut = await read<StoredView>('view', viewMediaType, { nodes })
      const found = await read<StoredView>('view', viewMediaType, { nodes, isPlaced: true })
      expect(found).toEqual({ ...laidOut, nodes: laidOut.nodes.map((node) => ({ ...node, x: 0, y: 0 })) })
    })

    it('are JSON where they are small', async () => {
      const response = await fetch(`${explorer.url}api/view`, {
        method: 'POST',
        headers: { accept: viewMediaType, 'content-type': 'application/json' },
        body: JSON.stringify({ nodes: ['Concept/Method:c0'] }),
      })
      expect(response.headers.get('content-type')).toContain('application/json')
    })
  })
}
