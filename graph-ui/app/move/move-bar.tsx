/** Moves a node without dragging it: by arrow keys or by buttons, then it is kept there or put back. */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../frame/icons.tsx'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { type Picture, type Place, placeOf } from '../state/picture.ts'
import { stepOf, stepWords } from './steps.ts'
import './move-bar.css'

interface MoveBarProps {
  nodeKey: string
  picture: Picture
  canvas: RefObject<GraphCanvas | null>
  keep(place: Place): void
  /** Called once, after what was done is kept or put back. */
  close(): void
}

const directions = [
  ['ArrowLeft', 'Left', 'left'],
  ['ArrowUp', 'Up', 'up'],
  ['ArrowDown', 'Down', 'down'],
  ['ArrowRight', 'Right', 'right'],
] as const

/** Pixels between the bar and the node, at least. */
const clearance = 28

const nowhere: Place = { x: 0, y: 0 }

export function MoveBar({ nodeKey, picture, canvas, keep, close }: MoveBarProps) {
  const node = picture.nodes.get(nodeKey)
  const bar = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState(nowhere)
  const isKept = useRef(false)
  const start = useRef(node && placeOf(picture, node))
  useEffect(() => {
    bar.current?.focus()
    canvas.current?.point(nodeKey)
    return () => {
      canvas.current?.point(null)
      if (start.current && !isKept.current) canvas.current?.place([[nodeKey, start.current]])
    }
  }, [canvas, nodeKey])
  // The bar leaves the place where the node is.
  const [atTop, setAtTop] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the node has moved
  useLayoutEffect(() => {
    const at = canvas.current?.nodePosition(nodeKey)
    const box = bar.current?.getBoundingClientRect()
    if (at && box && isNear(at, box)) setAtTop((before) => !before)
  }, [canvas, nodeKey, moved])
  if (!node || !start.current || picture.hidden.has(nodeKey)) return null
  const { x, y } = start.current

  function move(by: Place): void {
    const sum = { x: moved.x + by.x, y: moved.y + by.y }
    setMoved(sum)
    canvas.current?.place([[nodeKey, { x: x + sum.x, y: y + sum.y }]])
    canvas.current?.point(nodeKey)
    canvas.current?.reveal(nodeKey)
  }

  function finish(): void {
    isKept.current = true
    if (moved.x !== 0 || moved.y !== 0) keep({ x: x + moved.x, y: y + moved.y })
    close()
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Until it is done no other shortcut works.
    event.stopPropagation()
    const step = stepOf(event.key, event.shiftKey)
    if (step !== null) move(step)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === bar.current) finish()
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: no part of a form
    <div
      ref={bar}
      role="group"
      tabIndex={-1}
      className={atTop ? 'move-bar move-bar-top' : 'move-bar'}
      aria-label={`Move ${node.name}`}
      aria-describedby="move-bar-keys"
      onKeyDown={onKeyDown}
    >
      <p className="move-bar-name">Move {node.name}</p>
      {directions.map(([key, name, icon]) => (
        <button
          key={key}
          type="button"
          className="icon-button"
          aria-label={name}
          onClick={({ shiftKey }) => move(stepOf(key, shiftKey)!)}
        >
          <Icon name={icon} />
        </button>
      ))}
      <button type="button" className="primary" onClick={finish}>
        Keep
      </button>
      <button type="button" className="move-bar-back" onClick={close}>
        Put back
      </button>
      <p id="move-bar-keys" className="note">
        Arrow keys, with Shift in wide steps. Enter keeps, Esc puts back.
      </p>
      <p className="unseen" role="status" aria-label="Moved">
        {moved === nowhere ? '' : stepWords(moved)}
      </p>
    </div>
  )
}

function isNear({ x, y }: Place, { left, right, top, bottom }: DOMRect): boolean {
  return x > left - clearance && x < right + clearance && y > top - clearance && y < bottom + clearance
}
