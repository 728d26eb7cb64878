/** What the picture shows, by type and relation: a legend that is also a filter. */
import { relationName } from '../relation-names.ts'
import { countRelations, countTypes, isFiltered } from '../state/filtered.ts'
import type { Command, Picture } from '../state/picture.ts'
import { typeNames } from '../type-names.ts'
import './filters.css'

interface FiltersPanelProps {
  picture: Picture
  act(command: Command): void
}

export function FiltersPanel({ picture, act }: FiltersPanelProps) {
  return (
    <section className="filters" aria-label="Filters">
      <h2>Show</h2>
      <ul>
        {countTypes(picture).map(({ value, count }) => (
          <li key={value}>
            <Toggle
              on={!picture.withoutTypes.has(value)}
              count={count}
              toggle={() => act({ kind: 'toggle-type', type: value })}
            >
              <span className={`type-${value}`}>
                <span className="dot" />
              </span>
              {typeNames[value]}
            </Toggle>
          </li>
        ))}
      </ul>
      <h2>Relations</h2>
      <ul>
        {countRelations(picture).map(({ value, count }) => (
          <li key={value}>
            <Toggle
              on={!picture.withoutRelations.has(value)}
              count={count}
              toggle={() => act({ kind: 'toggle-relation', relation: value })}
            >
              <span className="relation-line" data-relation={value} />
              {relationName(value)}
            </Toggle>
          </li>
        ))}
      </ul>
      {isFiltered(picture) && (
        <button type="button" className="clear" onClick={() => act({ kind: 'clear-filters' })}>
          Show everything
        </button>
      )}
    </section>
  )
}

interface ToggleProps {
  on: boolean
  count: number
  toggle(): void
  children: React.ReactNode
}

function Toggle({ on, count, toggle, children }: ToggleProps) {
  return (
    <label className={on ? 'toggle' : 'toggle toggle-off'}>
      <input type="checkbox" checked={on} onChange={toggle} />
      <span className="toggle-name">{children}</span>
      <span className="count">{count.toLocaleString('en')}</span>
    </label>
  )
}
