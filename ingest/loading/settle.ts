/** Brings all that follows from several papers in line with the papers. */
import { byCodePoint } from '../resolution/code-point-order.ts'
import type { Overrides } from '../resolution/overrides.ts'
import { resolvable } from '../resolution/resolvable-entity.ts'
import { type Resolution, resolve } from '../resolution/resolve.ts'
import { derive } from './derive.ts'
import { addNode, addRelationship, difference, emptyDelta, emptyRows } from './graph-rows.ts'
import type { LoadedPaper } from './loaded-paper.ts'
import { paperRows } from './paper-rows.ts'
import { readPapers } from './read-papers.ts'
import type { Loading } from './rewrite.ts'
import { inOrder, type StoredPaper } from './stored-paper.ts'

/** Rows of one transaction, and papers of one. */
const rowsAtOnce = 5_000
const papersAtOnce = 256

/**
 * Resolves the entities of all papers, moves those whose concept has changed, and writes what {@link derive} says
 * and the store has otherwise. Whatever was left undone by an ingest that was killed is found here too, since the
 * whole is compared: each of the transactions may be the last.
 */
export async function settle(loading: Loading, overrides: Overrides): Promise<Resolution> {
  const { writes, state } = loading
  await writes.finish()
  const papers = [...state.papers.values()].sort((a, b) => byCodePoint(a.id, b.id))
  const resolution = resolve(
    papers.map(({ entities }) => entities),
    overrides,
  )
  const wanted = derive(papers, resolution)
  for (const [key, { from, to }] of state.derived.relationships) {
    if (state.dropped.has(from.id) || state.dropped.has(to.id)) state.derived.relationships.delete(key)
  }
  const delta = difference(state.derived, wanted)
  // Concepts first, since relationships lead to them; last those that nothing leads to any more.
  for (const nodes of chunks(delta.nodes, rowsAtOnce)) await writes.write({ ...emptyDelta(), nodes })
  const moved = papers.filter(({ entities }) =>
    entities.some((entity) => entity.concept !== resolution.conceptOf(entity)),
  )
  for (const some of chunks(moved, papersAtOnce)) await move(loading, some, resolution)
  for (const deleteRelationships of chunks(delta.deleteRelationships, rowsAtOnce))
    await writes.write({ ...emptyDelta(), deleteRelationships })
  for (const relationships of chunks(delta.relationships, rowsAtOnce))
    await writes.write({ ...emptyDelta(), relationships })
  for (const deleteNodes of chunks(delta.deleteNodes, rowsAtOnce))
    await writes.write({ ...emptyDelta(), deleteNodes })
  await writes.finish()
  state.derived = wanted
  state.dropped.clear()
  return resolution
}

/** Leads the citations and claims of papers to the concepts that their entities now are. */
async function move({ writes, reads }: Loading, papers: LoadedPaper[], resolution: Resolution) {
  const before = emptyRows()
  const after = emptyRows()
  const add = (rows: typeof before, paper: StoredPaper) => {
    const { nodes, relationships } = paperRows(paper)
    for (const node of nodes.values()) addNode(rows, node)
    for (const relationship of relationships.values()) addRelationship(rows, relationship)
  }
  // What is on its way are other papers, or concepts: nothing that is read here.
  const stored = await readPapers(
    reads,
    papers.map(({ id }) => id),
  )
  for (const paper of stored.values()) {
    add(before, paper)
    const entities = paper.entities.map((entity) => ({
      ...entity,
      concept: resolution.conceptOf(resolvable(entity)),
    }))
    add(after, { ...paper, entities: inOrder(entities) })
  }
  await writes.write(difference(before, after))
  for (const { entities } of papers) {
    for (const entity of entities) entity.concept = resolution.conceptOf(entity)
  }
}

function* chunks<T>(items: T[], size: number): Iterable<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
