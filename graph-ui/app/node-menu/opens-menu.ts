/** What an element that stands for a node does so that the node's menu opens: right click, long press, and the menu key. */
import type { KeyboardEvent, MouseEvent } from 'react'
import { isPressed } from '../actions/keys.ts'
import { openMenu } from '../actions/page-actions.ts'
import type { Place } from '../state/picture.ts'

export function opensMenu(open: (at: Place) => void) {
  return {
    onContextMenu(event: MouseEvent<HTMLElement>) {
      event.preventDefault()
      open({ x: event.clientX, y: event.clientY })
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (!isPressed(openMenu.keys, event, { singleKeys: false })) return
      event.preventDefault()
      open(below(event.currentTarget))
    },
  }
}

/** The place just below an element. */
export function below(element: HTMLElement): Place {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom + 2 }
}
