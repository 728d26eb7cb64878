/** What the picture shows, by type and relation: a legend that is also a filter. */
import { relationName } from '../relation-names.ts'
import type { Command } from '../state/commands/index.ts'
import { isFiltered } from '../state/filtered.ts'
import type { Picture } from '../state/picture.ts'
import { toggled } from '../state/sets.ts'
import { tally } from '../state/tally.ts'
import { typeNames } from '../type-names.ts'
import './filters.css'

interface FiltersPanelProps {
  picture: Picture
  act(command: Command): void
}

export function FiltersPanel({ picture, act }: FiltersPanelProps) {
  const { filters } = picture
  return (
    <section className="filters" aria-label="Filters">
      <h2>Show</h2>
      <ul>
        {tally([...picture.nodes.values()].map(({ type }) => type)).map(({ value, count }) => (
          <li key={value}>
            <Toggle
              on={!filters.withoutTypes.has(value)}
              count={count}
              toggle={() =>
                act({ kind: 'filter', change: { withoutTypes: toggled(filters.withoutTypes, value) } })
              }
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
        {tally([...picture.edges.values()].map(({ type }) => type)).map(({ value, count }) => (
          <li key={value}>
            <Toggle
              on={!filters.withoutRelations.has(value)}
              count={count}
              toggle={() =>
                act({
                  kind: 'filter',
                  change: { withoutRelations: toggled(filters.withoutRelations, value) },
                })
              }
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
