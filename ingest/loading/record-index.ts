/** All records of a store, and for a few new ones the papers that they may change. */
import { pastedText } from '../../shared/ingest-papers.ts'
import type { PaperRecord } from '../../shared/schema.ts'
import { certainKeys, groupRecords } from './group-records.ts'
import { assignIds, possibleIds } from './paper-ids.ts'
import { bySource, type RecordKeys, recordKeys } from './record-keys.ts'

export interface IndexedRecord extends RecordKeys {
  /** The paper it belongs to in the store; null until that is written. */
  paper: string | null
  /** Whether it was read since the loader was opened. */
  seen: boolean
  /** Kept only until its paper is written. */
  record: PaperRecord | null
}

export interface RecordIndex {
  /** Takes in a record that the store holds already. */
  restore(record: PaperRecord, paper: string): IndexedRecord
  /** Takes in a record that was read; it may replace records of an earlier session, see {@link places}. */
  add(record: PaperRecord): {
    entry: IndexedRecord
    /** False where the same record was there before: then nothing else changes. */
    isNew: boolean
    /** Itself, where it is new, and the records that had to do with the replaced ones. */
    linked: IndexedRecord[]
    replaced: IndexedRecord[]
  }
  has(entry: IndexedRecord): boolean
  /** Takes out records, and returns those that had to do with them. */
  remove(records: IndexedRecord[]): IndexedRecord[]
  /** Parts anew every record that has to do with the given ones: by paper id the records of each paper. */
  regroup(changed: Iterable<IndexedRecord>): Map<string, IndexedRecord[]>
  /** A record of other text that stands before this one under the same given id of the same file. */
  namesakeBefore(entry: IndexedRecord): IndexedRecord | undefined
}

export function recordIndex(): RecordIndex {
  const byKey = new Map<string, IndexedRecord>()
  const byLink = new Map<string, IndexedRecord[]>()
  const byPlace = new Map<string, IndexedRecord[]>()

  const enter = (entry: IndexedRecord) => {
    byKey.set(entry.key, entry)
    for (const link of linksTo(entry)) push(byLink, link, entry)
    for (const place of places(entry)) push(byPlace, place, entry)
  }
  const leave = (entry: IndexedRecord) => {
    byKey.delete(entry.key)
    for (const link of linksTo(entry)) drop(byLink, link, entry)
    for (const place of places(entry)) drop(byPlace, place, entry)
  }
  const linked = (entries: Iterable<IndexedRecord>): Set<IndexedRecord> => {
    const found = new Set(entries)
    const followed = new Set<string>()
    for (const entry of found) {
      for (const link of linksFrom(entry)) {
        if (followed.has(link)) continue
        followed.add(link)
        for (const other of byLink.get(link) ?? []) found.add(other)
      }
    }
    return found
  }
  const remove = (records: IndexedRecord[]): IndexedRecord[] => {
    const related = linked(records)
    for (const record of records) {
      leave(record)
      related.delete(record)
    }
    return [...related]
  }
  return {
    restore(record, paper) {
      const entry = { ...recordKeys(record), paper, seen: false, record: null }
      enter(entry)
      return entry
    },
    add(record) {
      const keys = recordKeys(record)
      const known = byKey.get(keys.key)
      if (known) {
        known.seen = true
        return { entry: known, isNew: false, linked: [], replaced: [] }
      }
      const entry: IndexedRecord = { ...keys, paper: null, seen: true, record }
      const outdated = places(entry).flatMap((place) => byPlace.get(place) ?? [])
      const replaced = [...new Set(outdated.filter(({ seen }) => !seen))]
      const linked = [entry, ...remove(replaced)]
      enter(entry)
      return { entry, isNew: true, linked, replaced }
    },
    has: (entry) => byKey.get(entry.key) === entry,
    remove,
    regroup(changed) {
      const entries = [...linked(changed)] as IndexedRecord[]
      return assignIds(groupRecords(entries)) as Map<string, IndexedRecord[]>
    },
    namesakeBefore(entry) {
      if (entry.givenId === null) return undefined
      const namesakes = possibleIds(entry).flatMap((id) => byLink.get(`id ${id}`) ?? [])
      return namesakes.find(
        (other) =>
          other !== entry &&
          other.source.file === entry.source.file &&
          other.text !== entry.text &&
          bySource(other.source, entry.source) <= 0,
      )
    },
  }
}

/**
 * Records that do not reach one another by links, over others or not, never have to do with each other.
 * Two records of one title and different abstracts contradict each other, so the way from one to the other need
 * only be there where a third of that title has no abstract: thousands of papers called "Editorial" stay apart.
 */
function linksFrom(entry: RecordKeys): string[] {
  const found = certainLinks(entry)
  if (entry.abstract !== null) found.push(`abstract ${entry.abstract}`)
  if (entry.title !== null) found.push(`${entry.abstract === null ? 'title' : 'bare title'} ${entry.title}`)
  return found
}

/** The links that a record is found by. */
function linksTo(entry: RecordKeys): string[] {
  const found = certainLinks(entry)
  if (entry.abstract !== null) found.push(`abstract ${entry.abstract}`)
  if (entry.title !== null) found.push(`title ${entry.title}`)
  if (entry.title !== null && entry.abstract === null) found.push(`bare title ${entry.title}`)
  return found
}

function certainLinks(entry: RecordKeys): string[] {
  return [...certainKeys(entry).map((key) => `same ${key}`), ...possibleIds(entry).map((id) => `id ${id}`)]
}

/**
 * Where a record stands in its file. A record read now replaces one that was read from the same place in an
 * earlier session and has not been met since: the file has been edited. What stands at a place is told by the
 * given id, or else by place and title; the same text at another place has only moved. What comes by standard
 * input or is pasted has no place that means the same the next time.
 */
function places(entry: RecordKeys): string[] {
  const { file, place } = entry.source
  const moved = `moved\n${file}\n${entry.givenId ?? ''}\n${entry.text}`
  if (file === '-' || file === pastedText) return [moved]
  if (entry.givenId !== null) return [moved, `given\n${file}\n${place}\n${entry.givenId}`]
  return entry.title === null ? [moved] : [moved, `titled\n${file}\n${place}\n${entry.title}`]
}

function push<T>(lists: Map<string, T[]>, key: string, value: T) {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function drop<T>(lists: Map<string, T[]>, key: string, value: T) {
  const left = (lists.get(key) ?? []).filter((other) => other !== value)
  if (left.length > 0) lists.set(key, left)
  else lists.delete(key)
}
