import { useMemo } from 'react'
import { typeFacet } from '../state/facets.ts'
import { typeNames } from '../type-names.ts'
import type { FilterProps } from './filter-props.ts'
import { ValueList } from './value-list.tsx'

/** Types of nodes, with the signs that they have in the picture. */
export function TypeFilter({ exploration: { picture, do: act }, known }: FilterProps) {
  const { colour, shapes } = picture.appearance
  const values = useMemo(() => typeFacet(picture, known), [picture, known])
  return (
    <ValueList
      name="Types"
      values={values}
      leftOut={picture.filters.withoutTypes}
      nameOf={(type) => typeNames[type]}
      inWords={(type) => typeNames[type].toLowerCase()}
      sign={(type) => (
        <span
          className={`type-${colour === 'type' ? type : 'any'} ${shapes ? `shape-${type}` : ''}`}
          aria-hidden="true"
        >
          <span className="dot" />
        </span>
      )}
      change={(withoutTypes, words) => act({ kind: 'filter', change: { withoutTypes }, words })}
    />
  )
}
