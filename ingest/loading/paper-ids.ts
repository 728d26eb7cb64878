/** The id of a paper: DOI, else arXiv, else ACL identifier, else given id with its file, else hash of its text. */
import { pastedText } from '../../shared/ingest-papers.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { hashOf } from './hash.ts'
import { bySource, type RecordKeys } from './record-keys.ts'

/**
 * Gives each group of records its id. A pure function of the set of groups.
 *
 * Where several groups want one id (a given id used twice with different text), the one that stands first (file,
 * then place) has it, and the others get it with a hash of their text; texts that are equal too (titles without
 * anything else) are told apart by their places.
 */
export function assignIds(groups: RecordKeys[][]): Map<string, RecordKeys[]> {
  const wanting = new Map<string, RecordKeys[][]>()
  for (const group of groups) {
    const id = wantedId(group)
    const others = wanting.get(id)
    if (others) others.push(group)
    else wanting.set(id, [group])
  }
  const ids = new Map<string, RecordKeys[]>()
  for (const [id, claimants] of wanting) {
    const [first, ...later] = claimants.map(withFirstRecord).sort((a, b) => byFirst(a.first, b.first))
    ids.set(id, first!.group)
    const suffixes = later.map(({ group }) => least(group.map(({ text }) => text)).slice(0, 8))
    const uses = new Map<string, number>()
    for (const suffix of suffixes) uses.set(suffix, (uses.get(suffix) ?? 0) + 1)
    for (const [index, { group, first: record }] of later.entries()) {
      const suffix = suffixes[index]!
      ids.set(`${id}~${suffix}${uses.get(suffix) === 1 ? '' : `-${hashOf(record.key)}`}`, group)
    }
  }
  return ids
}

/**
 * The record's own id with the name of its file, without folders and `.gz`: "my.bib#lecun98". What was pasted at
 * different times may use one id for different papers, and has none here.
 */
export function scopedId(record: RecordKeys): string | null {
  if (record.givenId === null || record.source.file === pastedText) return null
  const base = record.source.file === '-' ? 'stdin' : record.source.file.split(/[/\\]/).at(-1)!
  return `${base.replace(/\.gz$/i, '')}#${record.givenId}`
}

/** Ids that a group with this record may want because of it; groups that share none never compete. */
export function possibleIds(record: RecordKeys): string[] {
  return [scopedId(record) ?? textId(record.text)]
}

function wantedId(group: RecordKeys[]): string {
  const identifiers = group.flatMap((record) => record.identifiers)
  for (const scheme of ['doi:', 'arxiv:', 'acl:']) {
    const found = identifiers.filter((id) => id.startsWith(scheme))
    if (found.length > 0) return least(found)
  }
  const scoped = group.map(scopedId).filter((id) => id !== null)
  return scoped.length > 0 ? least(scoped) : textId(least(group.map(({ text }) => text)))
}

function textId(hash: string): string {
  return `text:${hash}`
}

function withFirstRecord(group: RecordKeys[]): { group: RecordKeys[]; first: RecordKeys } {
  return { group, first: group.reduce((a, b) => (byFirst(a, b) <= 0 ? a : b)) }
}

function byFirst(a: RecordKeys, b: RecordKeys): number {
  return bySource(a.source, b.source) || byCodePoint(a.key, b.key)
}

function least(values: string[]): string {
  return values.reduce((a, b) => (byCodePoint(a, b) <= 0 ? a : b))
}
