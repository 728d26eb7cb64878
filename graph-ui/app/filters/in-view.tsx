/** The nodes in the picture as a list, so that everything can be reached without seeing or pointing. */
import { useState } from 'react'
import type { View } from '../../api/contract.ts'
import { type Selection, selectedNodes } from '../state/selection.ts'
import './in-view.css'

interface InViewProps {
  view: View
  selection: Selection | null
  goToNode(key: string): void
  expandNode(key: string): void
}

const firstShown = 60

export function InView({ view, selection, goToNode, expandNode }: InViewProps) {
  const selected = selectedNodes(selection)
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
              onClick={() => goToNode(key)}
              onDoubleClick={() => expandNode(key)}
              title={name}
            >
              <span className="dot" />
              <span className="name">{name}</span>
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
