/** What a link keeps of the page. It comes from strangers: nothing of it is believed before it was parsed. */
import { z } from 'zod'
import { drawnTypeSchema, nodeKeySchema } from '../../api/contract/keys.ts'
import { viewNodeTypes } from '../../api/contract/view.ts'
import { mostLinkedNodes } from './linked-size.ts'

const short = z.string().max(2000)
const index = z.int().min(0).max(mostLinkedNodes)
const indices = z.array(index).max(mostLinkedNodes)
/** Numbers as differences to the number two places before, ten to a unit of the picture: x and y in turn. */
const places = z.array(z.int()).max(2 * mostLinkedNodes)
const edgeIndices = z.array(z.int().min(0)).max(100_000)
const params = z.record(z.string(), z.unknown())
const cypher = z.string().max(100_000)
const direction = z.enum(['in', 'out', 'both'])
const followed = z.union([drawnTypeSchema, z.literal('all'), z.null()])
const nodeType = z.enum(viewNodeTypes)

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('landscape') }),
  z.object({ kind: z.literal('around'), key: nodeKeySchema }),
  z.object({ kind: z.literal('query'), cypher, params }),
  z.object({ kind: z.literal('paths'), from: nodeKeySchema, to: nodeKeySchema }),
  z.object({ kind: z.literal('nodes') }),
])

const scope = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('landscape'), concepts: z.int().min(0) }),
    z.object({
      kind: z.literal('around'),
      key: nodeKeySchema,
      name: short,
      relation: followed,
      direction,
      types: z.array(drawnTypeSchema),
      total: z.int().min(0),
    }),
  ])
  .nullable()

const selection = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['node', 'claim']), key: nodeKeySchema }),
    z.object({ kind: z.literal('edge'), key: short }),
    z.object({ kind: z.literal('nodes'), keys: z.array(nodeKeySchema).min(2).max(mostLinkedNodes) }),
  ])
  .nullable()

const range = z.tuple([z.number(), z.number()])

export const savedViewSchema = z.object({
  title: short,
  source,
  /** Whether the nodes below are all of the picture; else it is asked for again by its source. */
  isWhole: z.boolean(),
  nodes: z.array(nodeKeySchema).max(mostLinkedNodes),
  /** Where the nodes came to stand, all of them where the picture is whole. */
  places,
  relations: z.array(short).max(100),
  /** Three numbers an edge: its source among the nodes, its relation, its target. */
  edges: edgeIndices,
  /** How many of the nodes and edges, from the first on, the picture began with. */
  beginning: z.object({ nodes: z.int().min(0), edges: z.int().min(0), scope }),
  expansions: z
    .array(
      z.object({
        key: nodeKeySchema,
        isRoot: z.boolean(),
        relation: followed,
        direction,
        nodes: indices,
        edges: edgeIndices,
        unhidden: indices,
        scope,
      }),
    )
    .max(500),
  communities: z
    .array(
      z.object({
        id: z.int(),
        name: short,
        key: short,
        members: z.array(short).max(50),
        size: z.int().min(0),
      }),
    )
    .max(mostLinkedNodes),
  /** Of each node; -1 where it is in none. Empty where there are no communities. */
  communityOf: z.array(z.int()).max(mostLinkedNodes),
  /** Nodes that were put somewhere else, and where. */
  moved: z.object({ nodes: indices, places }),
  hidden: indices,
  pinned: indices,
  focus: index.nullable(),
  filters: z.object({
    withoutTypes: z.array(nodeType).max(20),
    withoutRelations: z.array(short).max(1000),
    withoutVenues: z.array(short).max(10_000),
    withoutCommunities: z.array(z.int()).max(mostLinkedNodes),
    from: z.int().nullable(),
    to: z.int().nullable(),
    leastPapers: z.number().min(0),
    leastEvidence: z.number().min(0),
    leastConfidence: z.number().min(0).max(1),
    text: short,
  }),
  appearance: z.object({
    colour: z.enum(['type', 'community']),
    size: z.enum(['papers', 'degree', 'pagerank', 'betweenness', 'same']),
    edgeWidth: z.enum(['papers', 'same']),
    names: z.enum(['few', 'some', 'many']),
    shapes: z.boolean(),
  }),
  arrangement: z.enum(['own', 'force', 'circle', 'layers', 'timeline']),
  selection,
  camera: z
    .object({
      x: z.number(),
      y: z.number(),
      ratio: z.number().positive(),
      frame: z.object({ x: range, y: range }),
    })
    .nullable(),
  desk: z.object({ panel: short, about: z.array(nodeKeySchema).max(100) }).nullable(),
  query: z.object({ cypher, params }).nullable(),
})

export type SavedView = z.infer<typeof savedViewSchema>
