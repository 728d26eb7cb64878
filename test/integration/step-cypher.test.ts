/** What a person did with the mouse, asked again in Cypher, gives what is shown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Directions, View } from '../../graph-ui/api/contract.ts'
import { neighbourhoodOf } from '../../graph-ui/api/graph/neighbourhood.ts'
import { viewOfResult } from '../../graph-ui/api/graph/result-view.ts'
import { storedView } from '../../graph-ui/api/graph/stored-view.ts'
import { examplesFor } from '../../graph-ui/app/cypher/examples.ts'
import { parameterNames, paramsOf } from '../../graph-ui/app/cypher/parameters.ts'
import { statementOf } from '../../graph-ui/app/cypher/statements.ts'
import { applyCommand, type Command } from '../../graph-ui/app/state/commands/index.ts'
import { filteredView, nothingKnown } from '../../graph-ui/app/state/filtered.ts'
import { emptyPicture, type Picture, type Source } from '../../graph-ui/app/state/picture.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { Predicate } from '../../shared/schema.ts'
import { stores } from '../contract/stores.ts'
import { conceptId, fieldDelta } from '../fixtures/field.ts'

const key = (name: string) => `Concept/${conceptId(name)}`
const read = { mode: 'read', timeoutMs: 20_000, maxRows: 500, signal: null } as const
const conceptKeys = fieldDelta.nodes
  .filter(({ label }) => label === 'Concept')
  .map(({ id }) => `Concept/${id}`)

for (const { name, skip, open } of stores) {
  describe.skipIf(skip !== null)(`a step in Cypher, ${name}`, () => {
    let store: GraphStore
    let picture: Picture = emptyPicture
    beforeAll(async () => {
      store = await open()
      await store.apply(fieldDelta)
    })
    afterAll(() => store?.close())

    /** Does it, and asks the store for what the picture then shows. */
    async function expectSame(command: Command): Promise<void> {
      picture = applyCommand(picture, command)
      const statement = statementOf(command, picture, nothingKnown)
      expect(statement, command.kind).not.toBeNull()
      const { cypher, params } = statement!
      const { view } = await viewOfResult(store, await store.query(cypher, params, read), null)
      const shown = filteredView(picture)
      const keysOf = ({ nodes }: View) => nodes.map((node) => node.key).sort()
      expect(keysOf(view), cypher).toEqual(keysOf(shown))
      const edgesOf = ({ edges }: View) => edges.map((edge) => edge.key).sort()
      // An answer without edges is joined by all that the graph has.
      if (cypher.includes('RETURN r') && shown.edges.length > 0)
        expect(edgesOf(view), cypher).toEqual(edgesOf(shown))
    }

    const show = (source: Source, view: View): Command => ({
      kind: 'show',
      title: 'shown',
      source,
      view,
      communities: [],
      scope: null,
    })
    const hide = (...names: string[]): Command => ({ kind: 'hide', keys: names.map(key), name: names.join() })

    async function around(centre: string): Promise<Command> {
      const { types, total, ...view } = await neighbourhoodOf(store, centre, {
        types: null,
        direction: 'both',
        limit: 40,
        present: new Map(),
        signal: null,
      })
      const scope = {
        kind: 'around',
        key: centre,
        name: centre,
        relation: null,
        direction: 'both',
        types,
        total,
      } as const
      return { ...show({ kind: 'around', key: centre }, view), scope } as Command
    }

    async function expand(name: string, relation: Predicate | null, direction: Directions): Promise<Command> {
      const { types, total, ...view } = await neighbourhoodOf(store, key(name), {
        types: relation && [relation],
        direction,
        limit: 40,
        present: new Map([...picture.nodes].map(([present, { x, y }]) => [present, { x, y }])),
        signal: null,
      })
      const scope = { kind: 'around', key: key(name), name, relation, direction, types, total } as const
      return { kind: 'expand', key: key(name), name, relation, direction, view, scope }
    }

    async function query(cypher: string): Promise<Command> {
      const { view } = await viewOfResult(store, await store.query(cypher, {}, read), null)
      return show({ kind: 'query', cypher, params: {} }, view)
    }

    it('of the landscape, with filters that combine', async () => {
      await expectSame(
        show({ kind: 'landscape' }, await storedView(store, { nodes: conceptKeys, isPlaced: false }, null)),
      )
      await expectSame(hide('ResNet', 'VGG'))
      await expectSame({ kind: 'filter', change: { withoutTypes: new Set(['Dataset']) } })
      await expectSame({ kind: 'filter', change: { to: 2016 } })
      await expectSame({ kind: 'filter', change: { from: 2013 } })
      await expectSame({ kind: 'unhide', keys: [key('VGG')], name: 'VGG' })
      await expectSame({ kind: 'filter', change: { leastPapers: 2 } })
      await expectSame({ kind: 'clear-filters' })
      await expectSame({ kind: 'filter', change: { text: 'NET im' } })
      await expectSame({ kind: 'clear-filters' })
      await expectSame({ kind: 'filter', change: { withoutRelations: new Set(['OUTPERFORMS']) } })
      await expectSame({ kind: 'filter', change: { leastEvidence: 1, leastConfidence: 0.5 } })
      await expectSame({ kind: 'clear-filters' })
    })

    it('of a neighbourhood that grows and shrinks', async () => {
      await expectSame(await around(key('ResNet')))
      await expectSame(await expand('AlexNet', 'OUTPERFORMS', 'in'))
      await expectSame(await expand('DenseNet', null, 'both'))
      await expectSame(await expand('AlexNet', null, 'both'))
      await expectSame(hide('AlexNet', 'ImageNet'))
      await expectSame(await expand('VGG', 'OUTPERFORMS', 'out'))
      await expectSame({ kind: 'filter', change: { withoutTypes: new Set(['Paper']) } })
      await expectSame({ kind: 'filter', change: { withoutTypes: new Set(['Task']) } })
      await expectSame(await expand('VGG', null, 'both'))
      await expectSame({ kind: 'collapse', key: key('VGG'), name: 'VGG' })
      await expectSame({ kind: 'filter', change: { withoutRelations: new Set(['EVALUATED_ON']) } })
      await expectSame({ kind: 'collapse', key: key('AlexNet'), name: 'AlexNet' })
      await expectSame({ kind: 'clear-filters' })
      await expectSame(await around('Paper/arxiv:1512.0001'))
    })

    it('of an answer with papers and claims', async () => {
      await expectSame(await query('MATCH (p:Paper)-[r:INTRODUCES]->(c:Method) RETURN p, r, c'))
      await expectSame({ kind: 'hide', keys: ['Paper/arxiv:1512.0001'], name: 'one' })
      await expectSame({ kind: 'filter', change: { to: 2015 } })
      await expectSame(await query('MATCH (p:Paper)-[:CLAIMS]->(c:Claim {negated: true}) RETURN p, c'))
      await expectSame({ kind: 'clear-filters' })
    })

    it('is none where nothing else is shown', () => {
      const steps: Command[] = [
        { kind: 'pin', keys: [key('VGG')], name: 'VGG', on: true },
        { kind: 'focus', key: key('VGG'), name: 'VGG' },
        { kind: 'move', key: key('VGG'), name: 'VGG', x: 1, y: 1 },
        { kind: 'appearance', change: { colour: 'community' } },
      ]
      for (const step of steps)
        expect(statementOf(step, applyCommand(picture, step), nothingKnown)).toBeNull()
    })

    it('worked examples run, and most find something in a small field', async () => {
      const { nodes } = await storedView(store, { nodes: conceptKeys, isPlaced: false }, null)
      const examples = examplesFor(nodes)
      expect(examples.length).toBeGreaterThanOrEqual(14)
      let fruitful = 0
      for (const { title, cypher, fields } of examples) {
        const names = parameterNames(cypher)
        expect(Object.keys(fields).sort(), title).toEqual([...names].sort())
        const { rows } = await store.query(cypher, paramsOf(names, fields), read)
        if (rows.length > 0) fruitful++
      }
      expect(fruitful).toBeGreaterThanOrEqual(11)
    })
  })
}
