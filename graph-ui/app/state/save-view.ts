/** From what the page shows to what a link keeps of it. */
import type { ViewEdge } from '../../api/contract.ts'
import type { CameraPlace } from '../sigma/camera-place.ts'
import type { ExplorerState } from './explorer-state.ts'
import { BadLinkError } from './link.ts'
import { mostLinkedNodes } from './linked-size.ts'
import type { Picture, Place, Source } from './picture.ts'
import type { SavedView } from './saved-view.ts'

export type Kept = Pick<ExplorerState, 'picture' | 'selection' | 'desk' | 'query'>

/** Sources that give a picture again; others are lists of nodes, which a link cannot hold without end. */
const askedAgain: readonly Source['kind'][] = ['landscape', 'around', 'query']

/** @throws BadLinkError where there is more than a link holds */
export function toSavedView(
  { picture, selection, desk, query }: Kept,
  camera: CameraPlace | null,
): SavedView {
  const isWhole = picture.nodes.size <= mostLinkedNodes
  const nodes = isWhole ? [...picture.nodes.keys()] : changedNodes(picture)
  if (nodes.length > mostLinkedNodes || !(isWhole || askedAgain.includes(picture.source.kind))) {
    throw new BadLinkError(
      `A link holds ${mostLinkedNodes.toLocaleString('en')} nodes, and this picture has ${picture.nodes.size.toLocaleString('en')}. Export it instead.`,
    )
  }
  const at = new Map(nodes.map((key, i) => [key, i]))
  const indicesOf = (keys: Iterable<string>) => [...keys].flatMap((key) => at.get(key) ?? [])
  const edges = isWhole ? edgesOf(picture) : new Map<string, ViewEdge>()
  const relations = [...new Set([...edges.values()].map(({ type }) => type))]
  const edgeAt = new Map([...edges.keys()].map((key, i) => [key, i]))
  const { filters, focus, communities } = picture
  return {
    title: picture.title,
    source: savedSource(picture.source),
    isWhole,
    nodes,
    places: isWhole ? packPlaces([...picture.nodes.values()]) : [],
    relations,
    edges: [...edges.values()].flatMap(({ source, type, target }) => [
      at.get(source)!,
      relations.indexOf(type),
      at.get(target)!,
    ]),
    beginning: {
      nodes: picture.beginning.nodes.size,
      edges: picture.beginning.edges.size,
      scope: savedScope(picture.beginning.scope),
    },
    expansions: (isWhole ? picture.expansions : []).map(({ view, unhidden, scope, ...expansion }) => ({
      ...expansion,
      nodes: indicesOf(view.nodes.map(({ key }) => key)),
      edges: view.edges.map(({ key }) => edgeAt.get(key)!).filter((i) => i !== undefined),
      unhidden: indicesOf(unhidden),
      scope: savedScope(scope),
    })),
    communities: isWhole ? communities.map((it) => ({ ...it, members: [...it.members] })) : [],
    communityOf:
      isWhole && communities.length > 0
        ? [...picture.nodes.values()].map(({ community }) => community ?? -1)
        : [],
    moved: {
      nodes: indicesOf(picture.places.keys()),
      places: packPlaces([...picture.places].filter(([key]) => at.has(key)).map(([, place]) => place)),
    },
    hidden: indicesOf(picture.hidden),
    pinned: indicesOf(picture.pinned),
    focus: focus === null ? null : (at.get(focus) ?? null),
    filters: {
      ...filters,
      withoutTypes: [...filters.withoutTypes],
      withoutRelations: [...filters.withoutRelations],
      withoutVenues: [...filters.withoutVenues],
      withoutCommunities: [...filters.withoutCommunities],
    },
    appearance: picture.appearance,
    arrangement: picture.arrangement,
    selection: selection?.kind === 'nodes' ? { ...selection, keys: [...selection.keys] } : selection,
    camera,
    desk: desk && { panel: desk.panel, about: [...desk.about] },
    query: query && { cypher: query.cypher, params: { ...query.params } },
  }
}

/** The nodes that are otherwise than their source gives them. */
function changedNodes({ nodes, places, hidden, pinned, focus }: Picture): string[] {
  const changed = new Set([...places.keys(), ...hidden, ...pinned, ...(focus === null ? [] : [focus])])
  return [...changed].filter((key) => nodes.has(key))
}

/** Those that the picture began with first; those that an expansion lost an end of are no more. */
function edgesOf({ nodes, beginning, expansions }: Picture): Map<string, ViewEdge> {
  const edges = new Map(beginning.edges)
  for (const { view } of expansions) {
    for (const edge of view.edges) {
      if (nodes.has(edge.source) && nodes.has(edge.target)) edges.set(edge.key, edge)
    }
  }
  return edges
}

function savedSource(source: Source): SavedView['source'] {
  return source.kind === 'query' ? { ...source, params: { ...source.params } } : source
}

function savedScope(scope: Picture['scope']): SavedView['beginning']['scope'] {
  return scope?.kind === 'around' ? { ...scope, types: [...scope.types] } : scope
}

/** Neighbours in the list stand near each other: differences are smaller numbers. */
function packPlaces(places: readonly Place[]): number[] {
  const packed: number[] = []
  let [beforeX, beforeY] = [0, 0]
  for (const place of places) {
    const [x, y] = [Math.round(10 * place.x), Math.round(10 * place.y)]
    packed.push(x - beforeX, y - beforeY)
    beforeX = x
    beforeY = y
  }
  return packed
}
