/** What stands around a node in the graph, by relation and direction, and what of it can be added to the picture. */
import { useForesight } from '../node-menu/use-foresight.ts'
import { relationName } from '../relation-names.ts'
import { additionText, filteredText } from '../state/foresight.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { WhenLoaded } from './loading.tsx'
import './relations.css'

interface RelationsProps {
  exploration: Exploration
  nodeKey: string
  name: string
}

export function Relations({ exploration, nodeKey, name }: RelationsProps) {
  const foresight = useForesight(nodeKey, exploration.picture)
  if (foresight.state === 'ready' && foresight.value.relations.length === 0) return null
  return (
    <section aria-label="Relations">
      <h3>In the graph</h3>
      <WhenLoaded loaded={foresight}>
        {({ relations }) => (
          <ul className="relation-counts">
            {relations.map((relation) => {
              const { type, direction, edges, isMore } = relation
              const added = additionText(relation)
              const filtered = filteredText(relation)
              return (
                <li key={`${type} ${direction}`}>
                  <button
                    type="button"
                    // It keeps the focus when it has added all there is.
                    aria-disabled={added === null || undefined}
                    onClick={() => {
                      if (added !== null) exploration.expand(nodeKey, name, type, direction)
                    }}
                  >
                    <span className="relation" data-relation={type}>
                      {relationName(type, direction)}
                    </span>
                    <span className="count">
                      {edges.toLocaleString('en')}
                      {isMore && '+'}
                    </span>
                    <span className="add">
                      {added === null ? 'shown' : `add ${added}`}
                      {filtered !== null && `, ${filtered}`}
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        )}
      </WhenLoaded>
    </section>
  )
}
