/** What expanding would add, beside a node on which the pointer rests. Readers get the same from the node's menu. */
import {
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { ViewNode } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { additionText } from '../state/foresight.ts'
import type { Picture, Place } from '../state/picture.ts'
import { placeWithin } from './place-within.ts'
import { useForesight } from './use-foresight.ts'
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

const restMs = 400
/** So far below the middle of the node, whose name stands beside it. */
const distance = { x: 10, y: 18 }

export function HoverCard({ picture, canvas, ref }: HoverCardProps) {
  const [shown, setShown] = useState<{ key: string; at: Place } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useImperativeHandle(ref, () => ({
    hover(key) {
      clearTimeout(timer.current)
      setShown(null)
      if (key === null) return
      timer.current = setTimeout(() => {
        const at = canvas.current?.nodePosition(key)
        if (at) setShown({ key, at: { x: at.x + distance.x, y: at.y + distance.y } })
      }, restMs)
    },
  }))
  useEffect(() => {
    const leave = () => {
      clearTimeout(timer.current)
      setShown(null)
    }
    const kinds = ['pointerdown', 'wheel', 'keydown'] as const
    for (const kind of kinds) document.addEventListener(kind, leave, { capture: true, passive: true })
    return () => {
      leave()
      for (const kind of kinds) document.removeEventListener(kind, leave, { capture: true })
    }
  }, [])
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
        {relations.slice(0, mostRows).map((relation) => {
          const added = additionText(relation)
          return (
            <li key={`${relation.type} ${relation.direction}`}>
              <span className="relation" data-relation={relation.type}>
                {relationName(relation.type, relation.direction)}
              </span>
              <span className="count">{added === null ? 'all shown' : `${added} more`}</span>
            </li>
          )
        })}
      </ul>
      {relations.length > mostRows && (
        <p className="note">and {countOf(relations.length - mostRows, 'more relation')}</p>
      )}
    </div>
  )
}
