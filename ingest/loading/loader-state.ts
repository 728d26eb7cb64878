/** What the loader knows of the store; read back from the graph itself. */

import type { Properties } from '../../shared/schema.ts'
import type { GraphReads, Read } from './graph-reads.ts'
import { addNode, addRelationship, emptyRows, type GraphRows } from './graph-rows.ts'
import { type LoadedPaper, loadedPaper } from './loaded-paper.ts'
import { readAllPapers } from './read-papers.ts'
import { type RecordIndex, recordIndex } from './record-index.ts'

export interface LoaderState {
  index: RecordIndex
  papers: Map<string, LoadedPaper>
  /** Concepts, relationships between concepts and citations of papers by papers, as they are in the store. */
  derived: GraphRows
  /** Papers taken out of the store since `derived` was last right. */
  dropped: Set<string>
}

export async function readState(reads: GraphReads): Promise<LoaderState> {
  const index = recordIndex()
  const papers = new Map<string, LoadedPaper>()
  for await (const stored of readAllPapers(reads)) {
    const { id } = stored.paper
    papers.set(
      id,
      loadedPaper(
        stored,
        stored.records.map((record) => index.restore(record, id)),
      ),
    )
  }
  return { index, papers, derived: await readDerived(reads), dropped: new Set() }
}

async function readDerived(reads: GraphReads): Promise<GraphRows> {
  const derived = emptyRows()
  for await (const page of reads.concepts()) {
    for (const { id, type, properties } of page) {
      addNode(derived, { label: 'Concept', id, labels: [type], properties: withoutId(properties) })
    }
  }
  for (const label of ['Concept', 'Paper'] as const) {
    for await (const page of reads.between(label)) {
      for (const { type, from, to, properties } of page) {
        addRelationship(derived, {
          type,
          from: { label, id: from },
          to: { label, id: to },
          properties: withoutId(properties),
        })
      }
    }
  }
  return derived
}

function withoutId(properties: Read): Properties {
  const { id: _, ...rest } = properties
  return rest as Properties
}
