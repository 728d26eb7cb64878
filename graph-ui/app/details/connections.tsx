/** The edges of a node that the picture shows, as a list: what the canvas says, for eyes, keyboards and readers. */
import type { View, ViewNode } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import './relations.css'

interface ConnectionsProps {
  node: ViewNode
  view: View
  selectEdge(key: string): void
}

export function Connections({ node, view, selectEdge }: ConnectionsProps) {
  const names = new Map(view.nodes.map(({ key, name }) => [key, name]))
  const rows = view.edges
    .filter(({ source, target }) => source === node.key || target === node.key)
    .map((edge) => {
      const direction = edge.source === node.key ? ('out' as const) : ('in' as const)
      const other = names.get(direction === 'out' ? edge.target : edge.source) ?? ''
      return { edge, other, relation: relationName(edge.type, direction) }
    })
    .sort((a, b) => b.edge.papers - a.edge.papers || (a.other < b.other ? -1 : 1))
  if (rows.length === 0) return null
  return (
    <section aria-label="Connections in view">
      <h3>Shown here</h3>
      <ul className="connections">
        {rows.map(({ edge, other, relation }) => (
          <li key={edge.key}>
            <button type="button" onClick={() => selectEdge(edge.key)}>
              <span className="relation" data-relation={edge.type}>
                {relation}
              </span>{' '}
              <span className="other">{other}</span>{' '}
              {!edge.source.startsWith('Paper/') && (
                <span className="count">{countOf(edge.papers, 'paper')}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
