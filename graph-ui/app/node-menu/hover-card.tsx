/** What expanding would add, beside a node on which the pointer rests. Readers get the same from the node's menu. */
import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { ViewNode } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { moreText } from '../state/foresight.ts'
import type { Picture, Place } from '../state/picture.ts'
import { placeWithin } from './place-within.ts'
import { useForesight } from './use-foresight.ts'
import { useResting } from './use-resting.ts'
import './hover-card.css'

export interface HoverCardHandle {
  /** The pointer has come to a node, or left it. */
  hover(key: string | null): void
}

interface HoverCardProps {
  picture: Picture
  canvas: RefObject<GraphCanvas | null>
  ref: Ref<HoverCardHandle>
}

/** So far below the middle of the node, whose name stands beside it. */
const distance = { x: 10, y: 18 }

export function HoverCard({ picture, canvas, ref }: HoverCardProps) {
  const [shown, rest] = useResting<{ key: string; at: Place }>()
  useImperativeHandle(ref, () => ({
    hover(key) {
      if (key === null) return rest(null)
      rest(() => {
        const at = canvas.current?.nodePosition(key)
        return at ? { key, at: { x: at.x + distance.x, y: at.y + distance.y } } : null
      })
    },
  }))
  const node = shown && picture.nodes.get(shown.key)
  return node ? <Card key={node.key} node={node} at={shown.at} picture={picture} /> : null
}

const mostRows = 7

function Card({ node, at, picture }: { node: ViewNode; at: Place; picture: Picture }) {
  const foresight = useForesight(node.key, picture)
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (card.current) placeWithin(card.current, at)
  })
  const relations = foresight.state === 'ready' ? foresight.value.relations : []
  const facts = [node.type, node.papers > 0 && countOf(node.papers, 'paper'), node.year].filter(Boolean)
  return (
    <div ref={card} className="hover-card" aria-hidden="true">
      <p className={`kind type-${node.type}`}>
        <span className="dot" />
        {facts.join(' · ')}
      </p>
      {foresight.state === 'loading' && <p className="note">Counting what is around it…</p>}
      {foresight.state === 'failed' && <p className="failed">{foresight.message}</p>}
      <ul>
        {relations.slice(0, mostRows).map((relation) => (
          <li key={`${relation.type} ${relation.direction}`}>
            <span className="relation" data-relation={relation.type}>
              {relationName(relation.type, relation.direction)}
            </span>
            <span className="count">{moreText(relation)}</span>
          </li>
        ))}
      </ul>
      {relations.length > mostRows && (
        <p className="note">and {countOf(relations.length - mostRows, 'more relation')}</p>
      )}
    </div>
  )
}
