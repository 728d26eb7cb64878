/** Merges records that are the same paper. */
import type { Paper, PaperRecord } from '../../shared/schema.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { groupRecords } from './group-records.ts'
import { mergeFields } from './merge-fields.ts'
import { assignIds } from './paper-ids.ts'
import { recordKeys } from './record-keys.ts'

/**
 * Papers out of records, all at once; what the loader does batch by batch.
 * @param records in any order; a record that is there twice counts once
 * @returns the papers, sorted by id
 */
export function mergeRecords(records: PaperRecord[]): Paper[] {
  const byKey = new Map(records.map((record) => [recordKeys(record).key, record]))
  const groups = groupRecords([...byKey.values()].map(recordKeys))
  return [...assignIds(groups)]
    .map(([id, group]) => ({ id, ...mergeFields(group.map(({ key }) => byKey.get(key)!)) }))
    .sort((a, b) => byCodePoint(a.id, b.id))
}
