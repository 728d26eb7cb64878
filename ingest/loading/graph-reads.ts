/** What the loader reads from a store: the one place where loading speaks Cypher. */
import { readRows } from '../../shared/graph-store/read-rows.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { ConceptType, RelationshipType } from '../../shared/schema.ts'

export type Read = Record<string, unknown>

/** Reads of the graph as it is. Everything comes in pages, so that no answer grows with the store. */
export interface GraphReads {
  /** Pages of papers, in any order: id and properties. */
  papers(): AsyncIterable<{ id: string; properties: Read }[]>
  papersWith(ids: string[]): Promise<{ id: string; properties: Read }[]>
  /** What these papers cite: paper, concept and the relationship's properties. */
  citations(paperIds: string[]): Promise<{ paper: string; concept: string; properties: Read }[]>
  claims(paperIds: string[]): Promise<{ paper: string; properties: Read }[]>
  concepts(): AsyncIterable<{ id: string; type: ConceptType; properties: Read }[]>
  /** Relationships between two concepts, or between two papers. */
  between(
    label: 'Concept' | 'Paper',
  ): AsyncIterable<{ type: RelationshipType; from: string; to: string; properties: Read }[]>
}

const pageSize = 2_000

export function cypherReads(store: GraphStore): GraphReads {
  const rows = (cypher: string, params = {}) => readRows(store, cypher, params)
  const ids = async (label: 'Concept' | 'Paper'): Promise<string[]> => {
    return (await rows(`MATCH (n:${label}) RETURN n.id`)).map(([id]) => id as string)
  }
  /** Reads by id, page after page. */
  async function* paged<T>(label: 'Concept' | 'Paper', read: (page: string[]) => Promise<T[]>) {
    const all = await ids(label)
    for (let at = 0; at < all.length; at += pageSize) yield await read(all.slice(at, at + pageSize))
  }
  const papersWith = async (page: string[]) =>
    (await rows('UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN p.id, properties(p)', { ids: page })).map(
      ([id, properties]) => ({ id: id as string, properties: properties as Read }),
    )
  return {
    papersWith,
    papers: () => paged('Paper', papersWith),
    async citations(page) {
      const found = await rows(
        'UNWIND $ids AS id MATCH (p:Paper {id: id})-[r]->(c:Concept) RETURN id, c.id, properties(r)',
        { ids: page },
      )
      return found.map(([paper, concept, properties]) => ({
        paper: paper as string,
        concept: concept as string,
        properties: properties as Read,
      }))
    },
    async claims(page) {
      const found = await rows(
        'UNWIND $ids AS id MATCH (p:Paper {id: id})-[:CLAIMS]->(c:Claim) RETURN id, properties(c)',
        { ids: page },
      )
      return found.map(([paper, properties]) => ({ paper: paper as string, properties: properties as Read }))
    },
    concepts: () =>
      paged('Concept', async (page) => {
        const found = await rows(
          'UNWIND $ids AS id MATCH (c:Concept {id: id}) RETURN c.id, c.type, properties(c)',
          { ids: page },
        )
        return found.map(([id, type, properties]) => ({
          id: id as string,
          type: type as ConceptType,
          properties: properties as Read,
        }))
      }),
    between: (label) =>
      paged(label, async (page) => {
        const found = await rows(
          `UNWIND $ids AS id MATCH (a:${label} {id: id})-[r]->(b:${label}) RETURN type(r), a.id, b.id, properties(r)`,
          { ids: page },
        )
        return found.map(([type, from, to, properties]) => ({
          type: type as RelationshipType,
          from: from as string,
          to: to as string,
          properties: properties as Read,
        }))
      }),
  }
}
