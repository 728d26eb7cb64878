/** Years from and to, over bars that say in which years how much first appears. */
import { useMemo } from 'react'
import { extentOfYears, nodesOfAllYears, yearFacet } from '../state/facets.ts'
import { yearsInWords } from '../state/filter-words.ts'
import type { FilterProps } from './filter-props.ts'
import { useGesture } from './use-gesture.ts'
import './range.css'
import './year-range.css'

export function YearRange({ exploration: { picture, beginGesture, do: act }, known }: FilterProps) {
  const { nodes, edges } = picture
  const years = useMemo(() => extentOfYears({ nodes, edges }), [nodes, edges])
  const bars = useMemo(() => yearFacet(years, nodesOfAllYears(picture, known)), [years, picture, known])
  const gestureOfFrom = useGesture(beginGesture)
  const gestureOfTo = useGesture(beginGesture)
  if (years === null) return <p className="filter-note">No years are known here.</p>
  const { first, last } = years
  const within = (year: number) => Math.min(last, Math.max(first, year))
  const from = within(picture.filters.from ?? first)
  const to = within(picture.filters.to ?? last)
  const highest = Math.max(1, ...bars.map(({ count }) => count))
  const thumb = {
    type: 'range',
    className: 'range',
    min: first,
    max: last,
    disabled: first === last,
  } as const
  return (
    <div className="year-range">
      <div className="year-bars" aria-hidden="true">
        {bars.map(({ value, count }) => (
          <i
            key={value}
            title={`${value}: ${count}`}
            className={value < from || value > to ? 'year-out' : ''}
            style={{ height: `${(100 * count) / highest}%` }}
          />
        ))}
      </div>
      <div className="year-thumbs">
        <input
          {...thumb}
          aria-label="From year"
          value={from}
          onChange={({ currentTarget }) => {
            const year = Math.min(currentTarget.valueAsNumber, to)
            const change = { from: year === first ? null : year }
            act({ kind: 'filter', change }, gestureOfFrom.number())
          }}
          {...gestureOfFrom.handlers}
        />
        <input
          {...thumb}
          aria-label="To year"
          value={to}
          onChange={({ currentTarget }) => {
            const year = Math.max(currentTarget.valueAsNumber, from)
            const change = { to: year === last ? null : year }
            act({ kind: 'filter', change }, gestureOfTo.number())
          }}
          {...gestureOfTo.handlers}
        />
      </div>
      <p className="year-words">
        <span>{first}</span>
        <strong>{yearsInWords(picture.filters.from, picture.filters.to)}</strong>
        <span>{last}</span>
      </p>
    </div>
  )
}
