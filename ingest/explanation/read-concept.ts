/** What explaining a concept reads from a store; Cypher that every store takes. */
import { readRows } from '../../shared/graph-store/read-rows.ts'
import type { GraphStore, NodeValue } from '../../shared/graph-store/store.ts'
import type { ConceptType } from '../../shared/schema.ts'
import { citationEntities } from '../loading/citation-properties.ts'
import { reading } from '../loading/properties.ts'
import type { StoredEntity } from '../loading/stored-paper.ts'

/** A concept as it is stored. */
export interface StoredConcept {
  id: string
  name: string
  type: ConceptType
  aliases: string[]
  papers: number
  formerIds: string[]
  /** Why each of `formerIds` went here, in the same order. */
  formerReasons: string[]
  decisions: string[]
}

/** One entity of one paper that is the concept, with the sentences that mention it. */
export interface Use {
  paper: string
  title: string | null
  entity: StoredEntity
  sentences: string[]
}

/** The concept of a node. */
export function storedConcept({ properties }: Pick<NodeValue, 'properties'>): StoredConcept {
  const { text, number, texts } = reading(properties)
  return {
    id: text('id') ?? '',
    name: text('name') ?? '',
    type: text('type') as ConceptType,
    aliases: texts('aliases'),
    papers: number('papers') ?? 0,
    formerIds: texts('formerIds'),
    formerReasons: texts('formerReasons'),
    decisions: texts('decisions'),
  }
}

/** Every entity that is the concept, by paper id. */
export async function usesOf(store: GraphStore, concept: string): Promise<Use[]> {
  const rows = await readRows(
    store,
    'MATCH (p:Paper)-[r]->(c:Concept {id: $id}) RETURN p.id, p.title, properties(r) ORDER BY p.id',
    { id: concept },
  )
  return rows.flatMap(([paper, title, properties]) =>
    citationEntities(concept, properties as Record<string, unknown>).map((entity) => ({
      paper: paper as string,
      title: title as string | null,
      entity,
      sentences: reading(properties as Record<string, unknown>).texts('sentences'),
    })),
  )
}

/** Concepts other than `id` that go by one of the forms, in any case; by id. */
export async function conceptsWithForms(
  store: GraphStore,
  id: string,
  forms: string[],
): Promise<StoredConcept[]> {
  const lower = [...new Set(forms.map((form) => form.toLowerCase()))]
  const rows = await readRows(
    store,
    `MATCH (c:Concept)
     WITH c, coalesce(c.aliases, []) AS aliases
     WHERE c.id <> $id AND (toLower(c.name) IN $forms OR any(alias IN aliases WHERE toLower(alias) IN $forms))
     RETURN c ORDER BY c.id`,
    { id, forms: lower },
  )
  return rows.map(([node]) => storedConcept(node as NodeValue))
}
