/** The edges of a node that the picture shows, as a list: what the canvas says, for eyes, keyboards and readers. */
import type { View, ViewNode } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import { summaryOfEdge } from './summary.ts'
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
      const ends = direction === 'out' ? ([node.name, other] as const) : ([other, node.name] as const)
      const summary = edge.source.startsWith('Concept/') ? summaryOfEdge(edge, ...ends) : undefined
      return { edge, other, relation: relationName(edge.type, direction), summary }
    })
    .sort((a, b) => b.edge.papers - a.edge.papers || (a.other < b.other ? -1 : 1))
  if (rows.length === 0) return null
  return (
    <section aria-label="Connections in view">
      <h3>Shown here</h3>
      <ul className="connections">
        {rows.map(({ edge, other, relation, summary }) => (
          <li key={edge.key}>
            <button type="button" title={summary} onClick={() => selectEdge(edge.key)}>
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
