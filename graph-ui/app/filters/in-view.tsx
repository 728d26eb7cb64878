/** The nodes in the picture as a list, so that everything can be reached without seeing or pointing. */
import { useMemo, useState } from 'react'
import type { View } from '../../api/contract.ts'
import { Icon } from '../frame/icons.tsx'
import { opensMenu } from '../node-menu/opens-menu.ts'
import { nearFocus } from '../state/focus.ts'
import type { Picture, Place } from '../state/picture.ts'
import { type Selection, selectedNodes } from '../state/selection.ts'
import './in-view.css'

interface InViewProps {
  view: View
  picture: Picture
  selection: Selection | null
  goToNode(key: string): void
  expandNode(key: string): void
  openMenu(key: string, at: Place): void
}

const firstShown = 60

export function InView({ view, picture, selection, goToNode, expandNode, openMenu }: InViewProps) {
  const selected = selectedNodes(selection)
  const near = useMemo(() => nearFocus(view, picture.focus), [view, picture.focus])
  const [all, setAll] = useState(false)
  const nodes = [...view.nodes].sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1))
  const shown = all ? nodes : nodes.slice(0, firstShown)
  return (
    <section className="in-view" aria-label="In view">
      <h2>
        In view <span className="count">{nodes.length}</span>
      </h2>
      <ul>
        {shown.map(({ key, name, type }) => (
          <li key={key}>
            <button
              type="button"
              className={`type-${type}`}
              aria-current={selected.includes(key)}
              aria-description={stateOf(picture.pinned.has(key), near !== null && !near.has(key))}
              {...opensMenu((at) => openMenu(key, at))}
              onClick={() => goToNode(key)}
              onDoubleClick={() => expandNode(key)}
              title={name}
            >
              <span className="dot" />
              <span className="name">{name}</span>
              {picture.pinned.has(key) && <Icon name="pin" />}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < nodes.length && (
        <button type="button" className="clear" onClick={() => setAll(true)}>
          Show all {nodes.length}
        </button>
      )}
    </section>
  )
}

/** What the canvas says of a node by its looks. */
function stateOf(isPinned: boolean, isDimmed: boolean): string | undefined {
  return [isPinned && 'pinned', isDimmed && 'dimmed'].filter(Boolean).join(', ') || undefined
}
