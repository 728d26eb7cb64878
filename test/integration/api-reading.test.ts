import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  ConceptDetails,
  Evidence,
  Foresight,
  Landscape,
  Neighbourhood,
  PaperDetails,
  Paths,
  SearchResult,
  Stats,
  StoredView,
} from '../../graph-ui/api/contract.ts'
import { stores } from '../contract/stores.ts'
import { conceptId, fieldDelta, hostileName, hostileTitle } from '../fixtures/field.ts'
import { type RunningExplorer, serveStore, startExplorer } from '../setup/explorer.ts'

const concept = (name: string) => encodeURIComponent(`Concept/${conceptId(name)}`)

for (const { name, skip, open } of stores) {
  describe.skipIf(skip !== null)(`what the page reads, ${name}`, () => {
    let explorer: RunningExplorer
    beforeAll(async () => {
      const store = await open()
      await store.apply(fieldDelta)
      explorer = await serveStore(store)
    })
    afterAll(async () => {
      await explorer?.close()
    })

    async function get<T>(path: string): Promise<T> {
      const response = await fetch(`${explorer.url}api/${path}`)
      expect(response.status, path).toBe(200)
      return (await response.json()) as T
    }

    function post(path: string, body: unknown): Promise<Response> {
      return fetch(`${explorer.url}api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    }

    it('counts what the graph holds', async () => {
      const stats = await get<Stats>('stats')
      expect(stats.papers).toBe(8)
      expect(stats.concepts).toEqual([
        { type: 'Method', count: 9 },
        { type: 'Dataset', count: 3 },
        { type: 'Task', count: 3 },
        { type: 'Metric', count: 1 },
      ])
    })

    it.each([
      ['resnet', 'ResNet'],
      ['res net', 'ResNet'],
      ['rsenet', 'ResNet'],
      ['trasnformer', 'Transformer'],
      ['bret', 'BERT'],
      ['cifar10', 'CIFAR-10'],
      ['CIFAR 10', 'CIFAR-10'],
      ['long short term', 'LSTM'],
      ['image clasification', 'image classification'],
      ['imag', 'ImageNet'],
    ])('finds for %s first %s', async (query, name) => {
      const found = await get<SearchResult>(`search?q=${encodeURIComponent(query)}`)
      expect(found.concepts[0]?.name).toBe(name)
    })

    it('shows the same landscape every time, everything at a place of its own', async () => {
      const first = await get<Landscape>('landscape')
      expect(first.nodes.length).toBeGreaterThan(8)
      expect(first.communities.length).toBeGreaterThan(1)
      const places = new Set(first.nodes.map(({ x, y }) => `${x} ${y}`))
      expect(places.size).toBe(first.nodes.length)
      const keys = new Set(first.nodes.map(({ key }) => key))
      expect(first.edges.every(({ source, target }) => keys.has(source) && keys.has(target))).toBe(true)
      const other = await startExplorer((store) => store.apply(fieldDelta))
      try {
        const again = (await (await fetch(`${other.url}api/landscape`)).json()) as Landscape
        expect(again).toEqual(first)
      } finally {
        await other.close()
      }
    })

    it('joins a neighbourhood to what is there without moving it', async () => {
      const around = await get<Neighbourhood>(`neighbourhood?key=${concept('Transformer')}`)
      const names = around.nodes.map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['Transformer', 'LSTM', 'BERT', 'machine translation']))
      const present = around.nodes.map(({ key, x, y }) => ({ key, x, y }))
      const response = await post('neighbourhood', { key: `Concept/${conceptId('BERT')}`, present })
      const joined = (await response.json()) as Neighbourhood
      for (const { key, x, y } of present) {
        const node = joined.nodes.find((candidate) => candidate.key === key)
        if (node) expect([node.x, node.y]).toEqual([x, y])
      }
      const added = joined.nodes.filter(({ key }) => !present.some((known) => known.key === key))
      expect(added.map(({ name }) => name)).toEqual(expect.arrayContaining(['GLUE', 'ELMo']))
      for (const a of added) {
        for (const b of [...present, ...added]) {
          if (a.key !== b.key) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(30)
        }
      }
    })

    it('keeps to the limit, and each relation gets its turn', async () => {
      const few = await get<Neighbourhood>(`neighbourhood?key=${concept('ResNet')}&limit=4`)
      expect(few.nodes).toHaveLength(5)
      expect(few.truncated).toBe(true)
      expect(new Set(few.edges.map(({ type }) => type)).size).toBeGreaterThan(2)
    })

    it.each([
      ['ResNet', 'out', ['ResNet', 'VGG']],
      ['ResNet', 'in', ['DenseNet', 'ResNet']],
      ['ResNet', 'both', ['DenseNet', 'ResNet', 'VGG']],
    ])('follows from %s only what goes %s', async (name, direction, names) => {
      const path = `neighbourhood?key=${concept(name)}&types=OUTPERFORMS&direction=${direction}`
      const around = await get<Neighbourhood>(path)
      expect(around.nodes.map((node) => node.name).sort()).toEqual(names)
      expect(around.total).toBe(names.length - 1)
    })

    it('follows from a paper only what goes one way', async () => {
      const paper = `neighbourhood?key=${encodeURIComponent('Paper/arxiv:1512.0001')}`
      expect((await get<Neighbourhood>(`${paper}&direction=in`)).nodes).toHaveLength(1)
      const cited = await get<Neighbourhood>(`${paper}&direction=out`)
      expect(cited.nodes).toHaveLength(5)
      expect(cited.total).toBe(4)
    })

    it.each([
      `Concept/${conceptId('ResNet')}`,
      `Concept/${conceptId('Transformer')}`,
      'Paper/arxiv:1512.0001',
    ])('foresees what expanding %s adds', async (key) => {
      const first = await get<Neighbourhood>(`neighbourhood?key=${encodeURIComponent(key)}&limit=3`)
      const present = first.nodes.map(({ key, x, y }) => ({ key, x, y }))
      const keys = present.map((node) => node.key)
      const { relations } = (await (await post('foresight', { key, present: keys })).json()) as Foresight
      expect(relations.length).toBeGreaterThan(1)
      expect(relations.some(({ fresh }) => fresh > 0)).toBe(true)
      expect(relations.some(({ edges, fresh }) => fresh < edges)).toBe(true)
      for (const { type, direction, edges, fresh, isMore } of relations) {
        const answer = await post('neighbourhood', { key, types: [type], direction, present })
        const { nodes, total } = (await answer.json()) as Neighbourhood
        const added = nodes.filter((node) => !keys.includes(node.key))
        expect([added.length, total, isMore], `${type} ${direction}`).toEqual([fresh, edges, false])
        expect(added.every(({ community }) => community === null)).toBe(true)
      }
    })

    it('foresees what comes back from hiding, and all relations together with each neighbour once', async () => {
      const key = `Concept/${conceptId('ResNet')}`
      const [vgg, denseNet] = ['VGG', 'DenseNet'].map((name) => `Concept/${conceptId(name)}`)
      const body = { key, present: [key, vgg, denseNet], hidden: [denseNet] }
      const { relations, all } = (await (await post('foresight', body)).json()) as Foresight
      const of = (type: string, direction: string) =>
        relations.find((relation) => relation.type === type && relation.direction === direction)
      expect(of('OUTPERFORMS', 'out')).toMatchObject({ edges: 1, fresh: 0, hidden: 0 })
      expect(of('OUTPERFORMS', 'in')).toMatchObject({ edges: 1, fresh: 0, hidden: 1 })
      const types = relations.map(({ type }) => type)
      const asked = { key, types, limit: 500, present: body.present.map((one) => ({ key: one, x: 0, y: 0 })) }
      const { nodes } = (await (await post('neighbourhood', asked)).json()) as Neighbourhood
      const fresh = nodes.filter((node) => !body.present.includes(node.key)).length
      expect(all).toEqual({ fresh, hidden: 1, filtered: 0, isMore: false })
    })

    it('foresees what filters will leave out of what comes', async () => {
      const key = `Concept/${conceptId('ResNet')}`
      const everything = { withoutTypes: [], from: null, to: null, leastPapers: 0, text: '' }
      const foresee = async (filters: object | null) =>
        (await (await post('foresight', { key, present: [key], filters })).json()) as Foresight
      const comes = async (filters: object | null) => {
        const { relations, all } = await foresee(filters)
        const of = (type: string, direction: string) =>
          relations.find((relation) => relation.type === type && relation.direction === direction)?.filtered
        return [of('OUTPERFORMS', 'out'), of('OUTPERFORMS', 'in'), of('INTRODUCES', 'in'), all.filtered]
      }
      expect(await comes(null)).toEqual([0, 0, 0, 0])
      expect(await comes(everything)).toEqual([0, 0, 0, 0])
      expect((await comes({ ...everything, text: 'vgg' })).slice(0, 3)).toEqual([0, 1, 1])
      expect((await comes({ ...everything, to: 2014 })).slice(0, 3)).toEqual([0, 1, 1])
      expect((await comes({ ...everything, leastPapers: 1000 })).slice(0, 3)).toEqual([1, 1, 0])
      // VGG has other venues too; DenseNet and the paper that introduces ResNet have none but this.
      expect((await comes({ ...everything, withoutVenues: ['CVPR'] })).slice(0, 3)).toEqual([0, 1, 1])
      const ofVgg = ['CVPR', 'ICLR', 'Workshop']
      expect((await comes({ ...everything, withoutVenues: ofVgg }))[0]).toBe(1)
      const { relations } = await foresee(null)
      const papers = relations.find(({ type }) => type === 'INTRODUCES')!.fresh
      const [, , introducing, all] = await comes({ ...everything, withoutTypes: ['Paper'] })
      expect(introducing).toBe(papers)
      expect(all).toBeGreaterThanOrEqual(papers)
      const nonsense = { ...everything, withoutTypes: ['Nonsense'] }
      expect((await post('foresight', { key, filters: nonsense })).status).toBe(400)
    })

    it('gives the nodes that are named, what holds between them, and how many are gone', async () => {
      const keys = [
        `Concept/${conceptId('ResNet')}`,
        `Concept/${conceptId('VGG')}`,
        'Paper/arxiv:1512.0001',
        'Claim/arxiv:1512.0001#0',
      ]
      const gone = ['Concept/Method:nowhere', 'Paper/arxiv:0', 'Other/12']
      const response = await post('view', { nodes: [...keys, ...gone, keys[0]] })
      const view = (await response.json()) as StoredView
      expect(view.missing).toBe(3)
      expect(view.nodes.map(({ key }) => key)).toEqual([...keys].sort())
      expect(new Set(view.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(keys.length)
      expect(view.edges.map(({ type }) => type).sort()).toEqual([
        'CITES',
        'CLAIMS',
        'INTRODUCES',
        'OBJECT',
        'OUTPERFORMS',
        'SUBJECT',
      ])
      const years = Object.fromEntries(view.nodes.map(({ key, year, lastYear }) => [key, [year, lastYear]]))
      expect(years[keys[0]!]).toEqual([2015, 2017])
      expect(years[keys[2]!]).toEqual([2015, 2015])
      expect(await (await post('view', { nodes: [] })).json()).toEqual({ nodes: [], edges: [], missing: 0 })
    })

    it('exports no part of a query as if it were the whole', async () => {
      const cypher = 'UNWIND range(1, 100001) AS n RETURN n'
      const response = await post('export', { format: 'json', cypher })
      expect([response.status, (await response.json()).error.class]).toEqual([400, 'UsageError'])
    })

    it('foresees nothing for what is not there', async () => {
      expect((await post('foresight', { key: 'Concept/Method:nowhere' })).status).toBe(404)
    })

    it('gives the venues behind nodes, the most frequent first', async () => {
      const key = (concept: string) => `Concept/${conceptId(concept)}`
      const expected = [
        { key: key('VGG'), venues: ['CVPR', 'ICLR', 'Workshop'] },
        { key: 'Paper/arxiv:1512.0001', venues: ['CVPR'] },
        { key: key('ResNet'), venues: ['CVPR', 'Workshop'] },
        { key: key('CIFAR-10'), venues: [] },
        { key: 'Concept/Method:nowhere', venues: [] },
        { key: 'Claim/arxiv:1512.0001#0', venues: [] },
      ]
      const nodes = expected.map((node) => node.key)
      expect(await (await post('facets', { nodes: [...nodes, nodes[0]] })).json()).toEqual(expected)
      expect(await (await post('facets', { nodes: [] })).json()).toEqual([])
      expect((await post('facets', { nodes: ['nonsense'] })).status).toBe(400)
    })

    it('gives the evidence of an edge with spans that fit', async () => {
      const path = `evidence?type=OUTPERFORMS&from=${concept('ResNet')}&to=${concept('VGG')}`
      const evidence = await get<Evidence>(path)
      expect([evidence.papersFor, evidence.papersAgainst]).toEqual([2, 1])
      for (const { sentence } of evidence.items) {
        const marked = Object.fromEntries(
          sentence.marks.map(({ start, end, role }) => [role, sentence.text.slice(start, end)]),
        )
        expect(marked).toMatchObject({ subject: 'ResNet', object: 'VGG' })
        expect(marked.cue).toContain('outperform')
      }
    })

    it('gives the sentences of a citation', async () => {
      const paper = encodeURIComponent('Paper/arxiv:1512.0001')
      const evidence = await get<Evidence>(`evidence?type=INTRODUCES&from=${paper}&to=${concept('ResNet')}`)
      const [item] = evidence.items
      expect(item?.intent).toBe('introduces')
      const [mark] = item!.sentence.marks
      expect(item!.sentence.text.slice(mark!.start, mark!.end)).toBe('ResNet')
    })

    it('makes no link of an address that is not of the web', async () => {
      const paper = await get<PaperDetails>(`paper?key=${encodeURIComponent('Paper/arxiv:2001.0001')}`)
      expect(paper.title).toBe(hostileTitle)
      expect(paper.url).toBeNull()
      expect(paper.concepts.map(({ name }) => name)).toEqual([hostileName])
    })

    it('ranks paths, the shortest first', async () => {
      const { paths } = await get<Paths>(`paths?from=${concept('BERT')}&to=${concept('machine translation')}`)
      const lengths = paths.map(({ steps }) => steps.length)
      expect(lengths[0]).toBe(2)
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
      expect(paths[0]).toMatchObject({ papers: 1, confidence: 0.9 * 0.9 })
      expect(paths[0]!.steps.map(({ edge }) => edge.type)).toEqual(['BASED_ON', 'USED_FOR'])
    })

    it('ranks paths along some relations only', async () => {
      const path = `paths?from=${concept('BERT')}&to=${concept('machine translation')}`
      const along = async (relations: string) => {
        const { paths, view } = await get<Paths>(`${path}&relations=${relations}`)
        const edges = new Set(view.edges.map(({ type }) => type))
        return { paths: paths.map(({ steps }) => steps.map(({ edge }) => edge)), edges: [...edges].sort() }
      }
      const all = (await get<Paths>(path)).paths.map(({ steps }) => steps.map(({ edge }) => edge))
      expect(all.length).toBeGreaterThan(1)
      const chosen = ['BASED_ON', 'USED_FOR']
      const { paths, edges } = await along(chosen.join())
      expect(paths).toEqual(all.filter((steps) => steps.every(({ type }) => chosen.includes(type))))
      expect([paths.length, edges]).toEqual([1, chosen])
      expect((await along('BASED_ON')).paths).toEqual([])
    })

    it('tells the steps of a path as they are walked', async () => {
      const { paths, view, isComplete } = await get<Paths>(
        `paths?from=${concept('machine translation')}&to=${concept('BERT')}`,
      )
      expect(isComplete).toBe(true)
      for (const { steps } of paths) {
        expect(steps[0]!.from.name).toBe('machine translation')
        expect(steps.at(-1)!.to.name).toBe('BERT')
        steps.slice(1).forEach((step, i) => {
          expect(step.from).toEqual(steps[i]!.to)
        })
        for (const { from, to, edge, direction } of steps) {
          const ends = direction === 'out' ? [from.key, to.key] : [to.key, from.key]
          expect([edge.source, edge.target]).toEqual(ends)
          expect(view.nodes).toContainEqual(from)
        }
      }
    })

    it('answers Cypher with rows and with what can be drawn', async () => {
      const cypher = 'MATCH path = (:Method)-[:BASED_ON*1..2]->(:Method) RETURN path'
      const answer = await (await post('cypher', { cypher })).json()
      expect(answer.rows).toHaveLength(3)
      expect(answer.view.nodes).toHaveLength(6)
      expect(answer.view.edges).toHaveLength(3)
    })

    it('counts the rows of a query with its parameters, and the nodes in those it gives', async () => {
      const cypher = 'UNWIND range(1, $most) AS n RETURN n'
      const cut = await (await post('cypher', { cypher, params: { most: 1200 } })).json()
      expect([cut.rows.length, cut.truncated, cut.nodes]).toEqual([500, true, 0])
      const counted = await post('cypher/count', { cypher, params: { most: 1200 } })
      expect(await counted.json()).toEqual({ rows: 1200 })
      const methods = await (await post('cypher', { cypher: 'MATCH (m:Method) RETURN m' })).json()
      expect([methods.nodes, methods.view.nodes.length]).toEqual([9, 9])
      const write = await post('cypher/count', { cypher: 'CREATE (n:Paper) RETURN n' })
      expect([write.status, (await write.json()).error.class]).toEqual([403, 'ReadOnlyError'])
    })

    it('exports what a query finds with its parameters', async () => {
      const cypher = 'MATCH (c:Concept) WHERE c.id IN $ids RETURN c'
      const params = { ids: [conceptId('ResNet'), conceptId('VGG')] }
      const exported = await (await post('export', { format: 'json', cypher, params })).json()
      expect(exported.nodes.map(({ label }: { label: string }) => label).sort()).toEqual(['ResNet', 'VGG'])
    })

    describe('the bibliography of a part of the graph', () => {
      const node = (name: string) => `Concept/${conceptId(name)}`
      const edge = (source: string, type: string, target: string) => ({
        source: node(source),
        type,
        target: node(target),
      })
      const introducing = ['Residual Learning of Images', 'Very Deep Nets']
      it.each([
        ['papers in it', { nodes: ['Paper/arxiv:1701.0001'], edges: [] }, ['A Second Look']],
        [
          'papers that introduce its concepts',
          { nodes: [node('ResNet'), node('VGG')], edges: [] },
          introducing,
        ],
        [
          'papers that state or deny its edges',
          { nodes: [node('ResNet'), node('VGG')], edges: [edge('ResNet', 'OUTPERFORMS', 'VGG')] },
          ['A Second Look', 'Dense Nets', ...introducing],
        ],
        ['papers of its claims', { nodes: ['Claim/arxiv:1608.0001#0'], edges: [] }, ['Dense Nets']],
        ['nothing else', { nodes: [node('CIFAR-10'), node('accuracy')], edges: [] }, []],
      ])('has %s', async (_, view, expected) => {
        expect(titlesIn(await (await post('export', { format: 'bibtex', view })).text())).toEqual(expected)
      })

      it('has those behind what a query finds', async () => {
        const cypher = 'MATCH (:Method {name: $name})-[r:BASED_ON]->() RETURN r'
        const exported = await post('export', { format: 'bibtex', cypher, params: { name: 'ELMo' } })
        expect(titlesIn(await exported.text())).toEqual(['Reading Both Ways'])
      })

      function titlesIn(bibtex: string): string[] {
        return [...bibtex.matchAll(/^ {2}title = \{(.*)\},$/gm)].map(([, title]) => title!).sort()
      }
    })

    it('draws and exports relationships that come without their nodes', async () => {
      const cypher = "MATCH (:Method)-[r:OUTPERFORMS]->(:Method {name: 'AlexNet'}) RETURN r"
      const { view } = await (await post('cypher', { cypher })).json()
      expect([view.nodes.length, view.edges.length]).toEqual([3, 2])
      const exported = await (await post('export', { format: 'json', cypher })).json()
      expect([exported.nodes.length, (exported.edges ?? exported.links).length]).toEqual([3, 2])
    })

    it('counts what a concept is related to, and tells its papers apart', async () => {
      const key = `Concept/${conceptId('ResNet')}`
      const details = await get<ConceptDetails>(`concept?key=${concept('ResNet')}`)
      const around = await get<Neighbourhood>(`neighbourhood?key=${concept('ResNet')}&limit=500`)
      expect(around.total).toBe(around.nodes.length - 1)
      const counted = (type: string, direction: 'in' | 'out') =>
        around.edges.filter(
          (edge) => edge.type === type && (direction === 'out' ? edge.source : edge.target) === key,
        ).length
      for (const { type, direction, count } of details.relations) {
        if (around.types.includes(type)) expect(counted(type, direction), `${type} ${direction}`).toBe(count)
      }
      expect(details.relations.length).toBeGreaterThan(3)
      expect(details.introducedBy.map(({ title }) => title)).toEqual(['Residual Learning of Images'])
      expect(details.mentionedBy.every(({ intent }) => intent !== 'introduces')).toBe(true)
    })

    it('tells failures by class, with the place in the query', async () => {
      const wrong = await post('cypher', { cypher: 'MATCH (n\nRETURN n' })
      expect(wrong.status).toBe(400)
      const { error } = await wrong.json()
      expect(error).toMatchObject({ class: 'QueryError', position: expect.any(Number) })
      const write = await post('cypher', { cypher: 'CREATE (n:Paper) RETURN n' })
      expect([write.status, (await write.json()).error.class]).toEqual([403, 'ReadOnlyError'])
      const slow = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total'
      const late = await post('cypher', { cypher: slow, timeoutMs: 300 })
      expect([late.status, (await late.json()).error]).toMatchObject([408, { reason: 'deadline' }])
    })

    it.each([
      ['search', 400],
      ['search?q=a&limit=9999', 400],
      ['concept?key=nonsense', 400],
      ['concept?key=Concept/Method:nowhere', 404],
      [`paths?from=${concept('BERT')}&to=${encodeURIComponent('Paper/arxiv:1512.0001')}`, 400],
      [`paths?from=${concept('BERT')}&to=${concept('BERT')}`, 400],
      [`paths?from=${concept('BERT')}&to=${concept('nowhere')}`, 404],
      [`paths?from=${concept('BERT')}&to=${concept('LSTM')}&relations=BASED_ON,CITES`, 400],
      [`paths?from=${concept('BERT')}&to=${concept('LSTM')}&relations=`, 400],
      ['claim?key=Claim/nowhere', 404],
      ['claim?key=Concept/Method:bert', 404],
      ['evidence?type=CLAIMS&from=Concept/a&to=Concept/b', 400],
      ['nothing-here', 404],
    ])('answers %s with %i and JSON', async (path, status) => {
      const response = await fetch(`${explorer.url}api/${path}`)
      expect(response.status).toBe(status)
      expect((await response.json()).error.message).toEqual(expect.any(String))
    })
  })
}
