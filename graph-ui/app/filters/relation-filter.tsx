import { useMemo } from 'react'
import { relationName } from '../relation-names.ts'
import { relationFacet } from '../state/facets.ts'
import type { FilterProps } from './filter-props.ts'
import { ValueList } from './value-list.tsx'

/** Relations, in the colours of their edges. */
export function RelationFilter({ exploration: { picture, do: act }, known }: FilterProps) {
  const values = useMemo(() => relationFacet(picture, known), [picture, known])
  return (
    <ValueList
      name="Relations"
      values={values}
      leftOut={picture.filters.withoutRelations}
      nameOf={(relation) => relationName(relation)}
      inWords={(relation) => `“${relationName(relation)}”`}
      sign={(relation) => <span className="relation-line" data-relation={relation} aria-hidden="true" />}
      change={(withoutRelations, words) => act({ kind: 'filter', change: { withoutRelations }, words })}
    />
  )
}
