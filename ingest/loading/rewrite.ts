/** Brings the papers of a store in line with a change of its records. */
import type { NodeWrite } from '../../shared/graph-store/store.ts'
import type { Extraction, Paper, PaperRecord } from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import type { ResolvableEntity } from '../resolution/resolvable-entity.ts'
import { typeOf } from './citation-properties.ts'
import type { GraphReads } from './graph-reads.ts'
import { addNode, addRelationship, difference, emptyRows, type GraphRows, nodeKey } from './graph-rows.ts'
import { loadedPaper, placed } from './loaded-paper.ts'
import type { LoaderState } from './loader-state.ts'
import { mergeFields } from './merge-fields.ts'
import { paperRows } from './paper-rows.ts'
import { readPapers } from './read-papers.ts'
import type { IndexedRecord } from './record-index.ts'
import { recordKeys, textHash } from './record-keys.ts'
import type { StoredPaper } from './stored-paper.ts'
import type { WriteBehind } from './write-behind.ts'

export type Extract = (papers: Paper[]) => Promise<Extraction[]>

export interface Loading {
  writes: WriteBehind
  reads: GraphReads
  state: LoaderState
  /** Of the extraction. */
  version: string
  /** Where an entity goes until settling has the last word. */
  conceptOf(entity: ResolvableEntity): string
}

/** Ids of papers. */
export interface Rewritten {
  added: string[]
  updated: string[]
  removed: string[]
}

/**
 * Parts the changed records and all that have to do with them into papers anew, and writes what is different, in
 * one transaction: a store never holds half of it.
 * @param changed records that are new, or have to do with one that was new or taken out
 * @param stale papers to be written again in any case: they lost a record, or another version extracted them
 * @throws StoreUnavailableError, and what `extract` throws; the loader is then of no more use
 */
export async function rewrite(
  { writes, reads, state, version, conceptOf }: Loading,
  changed: Set<IndexedRecord>,
  stale: Set<string>,
  extract: Extract,
): Promise<Rewritten> {
  const before = new Set(stale)
  const after = new Map<string, IndexedRecord[]>()
  for (const [id, group] of state.index.regroup(changed)) {
    const known = state.papers.get(id)
    if (known && !stale.has(id) && sameMembers(known.records, group)) continue
    after.set(id, group)
    if (known) before.add(id)
    for (const { paper } of group) if (paper !== null) before.add(paper)
  }
  if (before.size > 0) await writes.finish()
  const old = await readPapers(reads, [...before].sort(byCodePoint))
  const written = await newPapers(old, after, version, conceptOf, extract)

  const delta = difference(rowsOf(old.values()), rowsOf(written))
  delta.nodes.push(...unknownConcepts(state.derived, written))
  await writes.write(delta)

  for (const node of delta.nodes) if (node.label === 'Concept') addNode(state.derived, node)
  const result: Rewritten = { added: [], updated: [], removed: [...before].filter((id) => !after.has(id)) }
  for (const id of result.removed) {
    state.papers.delete(id)
    state.dropped.add(id)
  }
  for (const stored of written) {
    const { id } = stored.paper
    const group = after.get(id)!
    result[before.has(id) || group.some(({ paper }) => paper !== null) ? 'updated' : 'added'].push(id)
    for (const entry of group) {
      entry.paper = id
      entry.record = null
    }
    state.papers.set(id, loadedPaper(stored, group))
  }
  return result
}

/** The papers as they are to be stored. A text that the same version has read already is not read again. */
async function newPapers(
  old: Map<string, StoredPaper>,
  after: Map<string, IndexedRecord[]>,
  version: string,
  conceptOf: (entity: ResolvableEntity) => string,
  extract: Extract,
): Promise<StoredPaper[]> {
  const stored = new Map<string, PaperRecord>()
  const readings = new Map<string, Pick<StoredPaper, 'entities' | 'claims'>>()
  for (const { paper, records, version: by, entities, claims } of old.values()) {
    for (const record of records) stored.set(recordKeys(record).key, record)
    if (by === version) readings.set(textHash(paper), { entities, claims })
  }
  const papers = [...after].map(([id, group]) => {
    const records = group.map(({ key, record }) => record ?? stored.get(key)!)
    return { paper: { id, ...mergeFields(records) }, records }
  })
  const unread = papers.map(({ paper }) => paper).filter((paper) => !readings.has(textHash(paper)))
  if (unread.length > 0) {
    const extractions = await extract(unread)
    for (const [index, paper] of unread.entries()) {
      readings.set(textHash(paper), placed(paper, extractions[index]!, conceptOf))
    }
  }
  return papers.map(({ paper, records }) => ({ paper, records, version, ...readings.get(textHash(paper))! }))
}

function rowsOf(papers: Iterable<StoredPaper>): GraphRows {
  const rows = emptyRows()
  for (const paper of papers) {
    const { nodes, relationships } = paperRows(paper)
    for (const node of nodes.values()) addNode(rows, node)
    for (const relationship of relationships.values()) addRelationship(rows, relationship)
  }
  return rows
}

/** Nodes for concepts that the store does not have; settling gives them their names and counts. */
function unknownConcepts(derived: GraphRows, papers: StoredPaper[]): NodeWrite[] {
  const unknown = new Map<string, NodeWrite>()
  for (const { concept, name } of papers.flatMap(({ entities }) => entities)) {
    const key = { label: 'Concept', id: concept } as const
    if (unknown.has(concept) || derived.nodes.has(nodeKey(key))) continue
    const type = typeOf(concept)
    unknown.set(concept, { ...key, labels: [type], properties: { name, type, papers: 1 } })
  }
  return [...unknown.values()].sort((a, b) => byCodePoint(a.id, b.id))
}

function sameMembers(a: IndexedRecord[], b: IndexedRecord[]): boolean {
  const members = new Set(a)
  return members.size === b.length && b.every((record) => members.has(record))
}
