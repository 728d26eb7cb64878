/** The names in the vocabulary, which `schema.ts` hands on. Apart, so that the page has them without the schemas. */

export const conceptTypes = ['Method', 'Dataset', 'Task', 'Metric'] as const
export type ConceptType = (typeof conceptTypes)[number]

/** What an entity is to its paper, in the terms of the annotated abstracts. */
export const roles = ['introduced', 'used', 'compared', 'background'] as const
export type Role = (typeof roles)[number]

/** What a paper cites a concept for; the strongest first. `addresses` is for the tasks a paper works on. */
export const intents = ['introduces', 'extends', 'compares', 'uses', 'addresses', 'background'] as const
export type Intent = (typeof intents)[number]

export const predicates = [
  'USED_FOR',
  'PART_OF',
  'BASED_ON',
  'SUBCLASS_OF',
  'SUBTASK_OF',
  'TRAINED_ON',
  'EVALUATED_ON',
  'BENCHMARK_FOR',
  'MEASURED_BY',
  'COMPARED_WITH',
  'OUTPERFORMS',
] as const
export type Predicate = (typeof predicates)[number]

export const valueKinds = ['score', 'difference', 'ratio'] as const
export type ValueKind = (typeof valueKinds)[number]

/** Labels of nodes. A concept carries `Concept` and its type, the key is `id` under the first label. */
export const nodeLabels = ['Paper', 'Concept', 'Claim'] as const
export type NodeLabel = (typeof nodeLabels)[number]

/** Relationship types other than the predicates. */
export const structuralTypes = [
  'INTRODUCES',
  'ADDRESSES',
  'CITES',
  'CLAIMS',
  'SUBJECT',
  'OBJECT',
  'ON_DATASET',
  'ON_TASK',
  'BY_METRIC',
] as const
export const relationshipTypes = [...structuralTypes, ...predicates] as const
export type RelationshipType = (typeof relationshipTypes)[number]
