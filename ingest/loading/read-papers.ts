/** Papers with all that was read out of them, back from the graph. */
import { citationEntities } from './citation-properties.ts'
import { claimOf } from './claim-properties.ts'
import type { GraphReads, Read } from './graph-reads.ts'
import { mergeFields } from './merge-fields.ts'
import { recordsOf } from './paper-properties.ts'
import { reading } from './properties.ts'
import { inOrder, type StoredEntity, type StoredPaper } from './stored-paper.ts'

/** @returns those of the papers that the store has, by id */
export async function readPapers(reads: GraphReads, ids: string[]): Promise<Map<string, StoredPaper>> {
  return ids.length === 0 ? new Map() : completed(reads, await reads.papersWith(ids))
}

/** Every paper of the store, page by page. */
export async function* readAllPapers(reads: GraphReads): AsyncIterable<StoredPaper> {
  for await (const page of reads.papers()) yield* (await completed(reads, page)).values()
}

async function completed(reads: GraphReads, nodes: { id: string; properties: Read }[]) {
  const papers = new Map<string, StoredPaper>()
  for (const { id, properties } of nodes) {
    const records = recordsOf(properties)
    const version = reading(properties).text('version') ?? ''
    papers.set(id, { paper: { id, ...mergeFields(records) }, records, version, entities: [], claims: [] })
  }
  if (papers.size === 0) return papers
  const ids = [...papers.keys()]
  const entities = new Map<string, StoredEntity[]>()
  for (const { paper, concept, properties } of await reads.citations(ids)) {
    entities.set(paper, [...(entities.get(paper) ?? []), ...citationEntities(concept, properties)])
  }
  for (const [id, found] of entities) papers.get(id)!.entities = inOrder(found)
  for (const { paper, properties } of await reads.claims(ids)) {
    papers.get(paper)!.claims.push(claimOf(properties))
  }
  return papers
}
