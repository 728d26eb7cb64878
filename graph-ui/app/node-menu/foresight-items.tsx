/** The first block of a node's menu: what each relation and direction would add. */
import type { Direction, DrawnType, Foresight } from '../../api/contract.ts'
import { expandAll as expandAllAction } from '../actions/node-actions.ts'
import { relationName } from '../relation-names.ts'
import { additionText, moreText } from '../state/foresight.ts'
import { MenuRow } from './menu-row.tsx'

interface ForesightItemsProps {
  foresight: Foresight
  expand(relation: DrawnType, direction: Direction): void
  expandAll(): void
}

export function ForesightItems({ foresight: { relations, all }, expand, expandAll }: ForesightItemsProps) {
  if (relations.length === 0) return null
  const total = additionText(all)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of menu items is no fieldset */}
      <div role="group" aria-label="Expand">
        {relations.map((relation) => {
          const added = additionText(relation)
          return (
            <MenuRow
              key={`${relation.type} ${relation.direction}`}
              choose={added === null ? null : () => expand(relation.type, relation.direction)}
            >
              <span className="relation" data-relation={relation.type}>
                {relationName(relation.type, relation.direction)}
              </span>{' '}
              <span className="addition">· {moreText(relation)}</span>
            </MenuRow>
          )
        })}
        {total !== null && (
          <MenuRow choose={expandAll} keys={expandAllAction.keys}>
            {expandAllAction.name} <span className="addition">· {moreText(all)}</span>
          </MenuRow>
        )}
      </div>
      <hr />
    </>
  )
}
