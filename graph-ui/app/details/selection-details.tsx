/** Several selected nodes: what they are, and what can be done with them together. */
import type { ActionContext } from '../actions/action.ts'
import { hide, pin, unpin } from '../actions/node-actions.ts'
import { ActionButton } from '../frame/action-button.tsx'
import { Icon } from '../frame/icons.tsx'
import { countOf } from '../numbers.ts'
import { takeLostFocus } from './take-lost-focus.ts'

interface SelectionDetailsProps {
  context: ActionContext
  keys: readonly string[]
  goToNode(key: string): void
}

/** More are not read here: the list of what is in view marks them all. */
const mostListed = 200

export function SelectionDetails({ context, keys, goToNode }: SelectionDetailsProps) {
  const { exploration } = context
  const { nodes } = exploration.picture
  const name = countOf(keys.length, 'node')
  return (
    <article aria-label={`${name} selected`} tabIndex={-1} ref={takeLostFocus}>
      <header className="headline">
        <p className="kind">Selected</p>
        <h2>{name}</h2>
      </header>
      <div className="node-actions">
        <ActionButton action={hide} context={context} icon="hide" isNamed />
        <ActionButton action={unpin.isPossible(context) ? unpin : pin} context={context} icon="pin" isNamed />
        {keys.filter((key) => nodes.get(key)?.type === 'Method').length > 1 && (
          <button type="button" onClick={() => exploration.openDesk('compare', keys)}>
            <Icon name="compare" /> Compare
          </button>
        )}
        {keys.length === 2 && keys.every((key) => key.startsWith('Concept/')) && (
          <button type="button" onClick={() => exploration.openDesk('paths', keys)}>
            <Icon name="path" /> Paths between
          </button>
        )}
      </div>
      <ul className="connections">
        {keys.slice(0, mostListed).map((key) => {
          const node = nodes.get(key)
          return (
            <li key={key}>
              <button type="button" className={`type-${node?.type}`} onClick={() => goToNode(key)}>
                <span className="dot" />
                <span className="name">{node?.name ?? key}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {keys.length > mostListed && (
        <p className="note">
          And {(keys.length - mostListed).toLocaleString('en')} more, marked in the list.
        </p>
      )}
    </article>
  )
}
