/** Several selected nodes: what they are, and what can be done with them together. */
import { Icon } from '../frame/icons.tsx'
import { keepingFocus } from '../frame/keep-focus.ts'
import { countOf } from '../numbers.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { takeLostFocus } from './take-lost-focus.ts'

interface SelectionDetailsProps {
  exploration: Exploration
  keys: readonly string[]
  goToNode(key: string): void
}

/** More are not read here: the list of what is in view marks them all. */
const mostListed = 200

export function SelectionDetails({ exploration, keys, goToNode }: SelectionDetailsProps) {
  const { nodes, pinned } = exploration.picture
  const name = countOf(keys.length, 'node')
  const allPinned = keys.every((key) => pinned.has(key))
  return (
    <article aria-label={`${name} selected`} tabIndex={-1} ref={takeLostFocus}>
      <header className="headline">
        <p className="kind">Selected</p>
        <h2>{name}</h2>
      </header>
      <div className="node-actions">
        <button
          type="button"
          onClick={() => keepingFocus(() => exploration.do({ kind: 'hide', keys, name }))}
        >
          <Icon name="hide" /> Hide
        </button>
        <button type="button" onClick={() => exploration.do({ kind: 'pin', keys, name, on: !allPinned })}>
          <Icon name="pin" /> {allPinned ? 'Unpin' : 'Pin'}
        </button>
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
