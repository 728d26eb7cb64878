/** The forms of Cypher that explorers type, each with its answer on the graph of fixture-graph.ts. */
import { clauseForms } from './forms/clauses.ts'
import { labelForms } from './forms/labels.ts'
import { listForms } from './forms/lists.ts'
import { pathForms } from './forms/paths.ts'
import { patternForms } from './forms/patterns.ts'
import { procedureForms } from './forms/procedures.ts'
import { subqueryForms } from './forms/subqueries.ts'
import { valueForms } from './forms/values.ts'

export interface CypherForm {
  name: string
  cypher: string
  params?: Record<string, unknown>
  /** With graph parts as `plain` writes them; in this order where the query orders them. */
  rows: unknown[][]
  /** What a store does instead, and why; asserted as well. */
  differs?: Partial<
    Record<'embedded' | 'neo4j', { reason: string } & ({ rows: unknown[][] } | { error: string })>
  >
}

export const cypherForms: { group: string; forms: CypherForm[] }[] = [
  { group: 'patterns', forms: patternForms },
  { group: 'labels and types', forms: labelForms },
  { group: 'paths', forms: pathForms },
  { group: 'lists and maps', forms: listForms },
  { group: 'subqueries', forms: subqueryForms },
  { group: 'clauses', forms: clauseForms },
  { group: 'values', forms: valueForms },
  { group: 'procedures', forms: procedureForms },
]
