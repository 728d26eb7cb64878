/** What is left out, in words, each with a way to take it back. */
import { Icon } from '../frame/icons.tsx'
import { countOf } from '../numbers.ts'
import { activeFilters } from '../state/active-filters.ts'
import type { Exploration } from '../state/use-explorer.ts'
import './active-filters.css'

interface ActiveFiltersProps {
  exploration: Exploration
  /** A button that has done its work goes away: the focus has to go elsewhere. */
  moveFocus(): void
}

export function ActiveFilters({ exploration, moveFocus }: ActiveFiltersProps) {
  const { picture, venues, found, do: act } = exploration
  const active = activeFilters(picture, venues, found)
  if (active.length === 0) return null
  return (
    <div className="active-filters">
      <p>
        {countOf(active.length, 'filter')} ·{' '}
        <button
          type="button"
          aria-label="Clear filters"
          onClick={() => {
            moveFocus()
            act({ kind: 'clear-filters' })
          }}
        >
          Clear
        </button>
      </p>
      <ul aria-label="Active filters">
        {active.map(({ words, remove }) => (
          <li key={words}>
            <span title={words}>{words}</span>
            <button
              type="button"
              aria-label={`Remove: ${words}`}
              onClick={() => {
                moveFocus()
                act(remove)
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
