/** Filters and hidden nodes of a picture as conditions in Cypher. */
import type { NodeLabel } from '../../../shared/schema.ts'
import type { Filters, Picture } from '../state/picture.ts'

export interface Conditions {
  /** What a node of a label has to fulfil. */
  ofNodes(variable: string, label: NodeLabel): string[]
  /** What a relationship `r` has to fulfil; null where no filter looks at relationships. */
  ofEdges: string[] | null
  params: Record<string, unknown>
}

const properties: Record<NodeLabel, { name: string; since: string; until: string }> = {
  Concept: { name: 'name', since: 'firstYear', until: 'lastYear' },
  Paper: { name: 'title', since: 'year', until: 'year' },
  Claim: { name: 'sentence', since: 'year', until: 'year' },
}

/** Filters of venues and communities are not among them: nodes carry neither. */
export function conditionsOf({ filters, hidden, nodes }: Picture): Conditions {
  const { withoutTypes, from, to, leastPapers, text } = filters
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const hiddenIds = [...hidden].filter((key) => nodes.has(key)).map((key) => key.slice(key.indexOf('/') + 1))
  const edges = edgeConditions(filters)
  return {
    ofNodes(variable, label) {
      const { name, since, until } = properties[label]
      const type = label === 'Concept' ? `${variable}.type` : `'${label}'`
      const said: (string | false)[] = [
        hiddenIds.length > 0 && `NOT ${variable}.id IN $hidden`,
        withoutTypes.size > 0 && `NOT ${type} IN $withoutTypes`,
        label === 'Concept' && leastPapers > 0 && `${variable}.papers >= $leastPapers`,
        to !== null && `(${variable}.${since} IS NULL OR ${variable}.${since} <= $to)`,
        from !== null && `(${variable}.${until} IS NULL OR ${variable}.${until} >= $from)`,
        ...words.map((_, i) => `toLower(${variable}.${name}) CONTAINS $word${i + 1}`),
      ]
      return said.filter((condition) => condition !== false)
    },
    ofEdges: edges,
    params: {
      ...(hiddenIds.length > 0 && { hidden: hiddenIds }),
      ...(withoutTypes.size > 0 && { withoutTypes: [...withoutTypes] }),
      ...(leastPapers > 0 && { leastPapers }),
      ...(to !== null && { to }),
      ...(from !== null && { from }),
      ...Object.fromEntries(words.map((word, i) => [`word${i + 1}`, word])),
      ...(filters.withoutRelations.size > 0 && { withoutRelations: [...filters.withoutRelations] }),
      ...(filters.leastEvidence > 0 && { leastEvidence: filters.leastEvidence }),
      ...(filters.leastConfidence > 0 && { leastConfidence: filters.leastConfidence }),
    },
  }
}

function edgeConditions(filters: Filters): string[] | null {
  const { withoutRelations, leastEvidence, leastConfidence, from, to } = filters
  const said: (string | false)[] = [
    withoutRelations.size > 0 && 'NOT type(r) IN $withoutRelations',
    leastEvidence > 0 && 'coalesce(r.papers, 1) + coalesce(r.against, 0) >= $leastEvidence',
    leastConfidence > 0 && '(r.confidence IS NULL OR r.confidence >= $leastConfidence)',
    to !== null && '(r.firstYear IS NULL OR r.firstYear <= $to)',
    from !== null && '(r.lastYear IS NULL OR r.lastYear >= $from)',
  ]
  const conditions = said.filter((condition) => condition !== false)
  return conditions.length === 0 ? null : conditions
}
