/** Loads papers into a store: merges records, writes what is new, and keeps up what follows from several papers. */
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { PaperRecord, Source } from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { noOverrides, type Overrides } from '../resolution/overrides.ts'
import type { Merge } from '../resolution/resolve.ts'
import { cypherReads, type GraphReads } from './graph-reads.ts'
import type { GraphRows } from './graph-rows.ts'
import { readState } from './loader-state.ts'
import { newConcepts } from './new-concepts.ts'
import { scopedId } from './paper-ids.ts'
import type { IndexedRecord } from './record-index.ts'
import { storableRecord } from './record-keys.ts'
import { type Extract, type Loading, type Rewritten, rewrite } from './rewrite.ts'
import { settle } from './settle.ts'
import { writeBehind } from './write-behind.ts'

/** Records written in one transaction. */
const recordsAtOnce = 256
/** New papers, and new concepts, that a summary names. */
const named = { papers: 500, concepts: 200 }

export interface LoaderOptions {
  /** Version of the extraction: papers that another one has read are read again when they come by. */
  version: string
  overrides?: Overrides
  /** How the store is read, for tests; by Cypher unless told otherwise. */
  reads?: GraphReads
}

/** Something about a record that a person should know; the record is loaded all the same unless it says so. */
interface LoadProblem {
  source: Source
  reason: string
}

/** Numbers of papers, but for `merged`. */
interface BatchResult {
  added: number
  /** Written before, and again now: other text, further records, another version of the extraction. */
  updated: number
  /** Papers of the batch that were in the store as they are. */
  unchanged: number
  /** Gone because their records are now part of another paper, or were replaced by a newer state of their file. */
  removed: number
  /** Records of the batch that joined a paper which another record had stated. */
  merged: number
  problems: LoadProblem[]
}

interface SettleResult {
  concepts: number
  /** Why forms went to concepts that are not their own, by own id (type and key of the form). */
  merges: Map<string, Merge>
}

/** The papers that the records read since opening belong to, each counted once. */
export interface LoadSummary {
  papers: number
  withoutAbstract: number
  added: number
  updated: number
  unchanged: number
  /** Ids of the first papers that are new, by code point. */
  addedIds: string[]
  /** Concepts that are new, once all is settled. */
  addedConcepts: number
  /** Ids of those that most papers speak of. */
  addedConceptIds: string[]
}

export interface Loader {
  /**
   * Takes in records: merges them with one another and with what the store has, has new texts extracted, and
   * writes the outcome, some hundred records in a transaction. The last of them may still be on its way to the
   * store; a failure of it is thrown by the next call, `settle` at the latest.
   * @throws StoreUnavailableError, and what `extract` throws; nothing is lost, but go on with a new loader
   */
  add(records: PaperRecord[], extract: Extract): Promise<BatchResult>
  /**
   * Takes a paper out, with all that only it said, found by its id, one of its identifiers or its given id.
   * Records that it had kept apart may become one paper, and be extracted.
   * @returns the ids of the papers taken out; empty where there is none
   */
  remove(id: string, extract: Extract): Promise<string[]>
  /**
   * Names, counts and derived relationships for all that was added or removed; to be called last. Without it
   * the papers are in the store, but what follows from several of them is not up to date.
   */
  settle(): Promise<SettleResult>
  summary(): LoadSummary
}

/**
 * Opens a store for loading and reads back from it what loading needs to know.
 * @throws StoreUnavailableError
 */
export async function openLoader(store: GraphStore, options: LoaderOptions): Promise<Loader> {
  const { version, overrides = noOverrides, reads = cypherReads(store) } = options
  const state = await readState(reads)
  const writes = writeBehind(store)
  const loading: Loading = { writes, reads, version, state, conceptOf: conceptsAsStored(state.derived) }
  const conceptsBefore = new Set([...state.derived.nodes.values()].map(({ id }) => id))
  const added = new Set<string>()
  const updated = new Set<string>()
  const note = (rewritten: Rewritten) => {
    for (const id of rewritten.added) added.add(id)
    for (const id of rewritten.updated) if (!added.has(id)) updated.add(id)
  }

  async function addSome(records: PaperRecord[], extract: Extract): Promise<BatchResult> {
    const problems: LoadProblem[] = []
    const entries = new Set<IndexedRecord>()
    const changed = new Set<IndexedRecord>()
    const stale = new Set<string>()
    let fresh = 0
    for (const record of records) {
      if (!record.title?.trim() && !record.abstract?.trim()) {
        problems.push({ source: record.source, reason: 'neither title nor abstract; left out' })
        continue
      }
      const outcome = state.index.add(storableRecord(record))
      entries.add(outcome.entry)
      if (outcome.isNew) fresh++
      for (const entry of outcome.linked) changed.add(entry)
      for (const { paper } of outcome.replaced) if (paper !== null) stale.add(paper)
      for (const entry of outcome.replaced) changed.delete(entry)
    }
    for (const { paper } of entries) {
      const known = paper === null ? undefined : state.papers.get(paper)
      if (!known || known.version === version) continue
      stale.add(known.id)
      for (const entry of known.records) if (state.index.has(entry)) changed.add(entry)
    }
    const result = await rewrite(loading, changed, stale, extract)
    note(result)
    problems.push(...duplicates(entries))
    const papers = new Set([...entries].map(({ paper }) => paper!))
    const written = new Set([...result.added, ...result.updated])
    return {
      added: result.added.length,
      updated: result.updated.length,
      unchanged: [...papers].filter((id) => !written.has(id)).length,
      removed: result.removed.length,
      merged: Math.max(0, fresh - result.added.length),
      problems,
    }
  }

  function duplicates(entries: Iterable<IndexedRecord>): LoadProblem[] {
    const problems: LoadProblem[] = []
    for (const entry of entries) {
      const other = state.index.namesakeBefore(entry)
      if (!other || other.paper === entry.paper) continue
      const reason = `the id "${entry.givenId}" stands for another text at ${other.source.place}; both are kept, this one as ${entry.paper}`
      problems.push({ source: entry.source, reason })
    }
    return problems
  }

  // After a failure it is not known what of it is in the store, which a new loader reads.
  let failed = false
  async function whole<T>(work: () => Promise<T>): Promise<T> {
    if (failed) throw new Error('this loader has failed before: open a new one')
    failed = true
    const result = await work()
    failed = false
    return result
  }

  return {
    add: (records, extract) =>
      whole(async () => {
        const total: BatchResult = { added: 0, updated: 0, unchanged: 0, removed: 0, merged: 0, problems: [] }
        for (let at = 0; at < records.length; at += recordsAtOnce) {
          const result = await addSome(records.slice(at, at + recordsAtOnce), extract)
          total.added += result.added
          total.updated += result.updated
          total.unchanged += result.unchanged
          total.removed += result.removed
          total.merged += result.merged
          total.problems.push(...result.problems)
        }
        return total
      }),
    remove: (id, extract) =>
      whole(async () => {
        const paper = state.papers.get(id) ?? findPaper(state.papers.values(), id)
        if (!paper) return []
        const linked = state.index.remove(paper.records)
        note(await rewrite(loading, new Set(linked), new Set([paper.id]), extract))
        return [paper.id]
      }),
    settle: () =>
      whole(async () => {
        const resolution = await settle(loading, overrides)
        loading.conceptOf = resolution.conceptOf
        return { concepts: state.derived.nodes.size, merges: resolution.merges }
      }),
    summary() {
      const papers = [...state.papers.values()].filter(({ records }) => records.some(({ seen }) => seen))
      const addedIds = papers.map(({ id }) => id).filter((id) => added.has(id))
      const addedConcepts = newConcepts(state.derived, conceptsBefore)
      const isUpdated = papers.filter(({ id }) => updated.has(id)).length
      return {
        papers: papers.length,
        withoutAbstract: papers.filter(({ hasAbstract }) => !hasAbstract).length,
        added: addedIds.length,
        updated: isUpdated,
        unchanged: papers.length - addedIds.length - isUpdated,
        addedIds: addedIds.sort(byCodePoint).slice(0, named.papers),
        addedConcepts: addedConcepts.length,
        addedConceptIds: addedConcepts.slice(0, named.concepts),
      }
    },
  }
}

function findPaper<T extends { identifiers: string[]; records: IndexedRecord[] }>(
  papers: Iterable<T>,
  id: string,
): T | undefined {
  for (const paper of papers) {
    if (paper.identifiers.includes(id) || paper.records.some((record) => scopedId(record) === id))
      return paper
  }
  return undefined
}

/** Where the last settling has led forms, by the ids that concepts have taken over. */
function conceptsAsStored(derived: GraphRows): Loading['conceptOf'] {
  const taken = new Map<string, string>()
  for (const { id, properties } of derived.nodes.values()) {
    for (const former of (properties.formerIds ?? []) as string[]) taken.set(former, id)
  }
  return ({ type, key }) => taken.get(`${type}:${key}`) ?? `${type}:${key}`
}
