/** What can be done with a node, where it stands: what expanding it would add, then its actions. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { expandAll, nodeActions } from '../actions/node-actions.ts'
import { targetOf } from '../frame/menu.tsx'
import { ForesightItems } from './foresight-items.tsx'
import { MenuRow } from './menu-row.tsx'
import { placeWithin } from './place-within.ts'
import { useForesight } from './use-foresight.ts'
import type { OpenNodeMenu } from './use-node-menu.ts'
import '../frame/menu.css'
import './node-menu.css'

interface NodeMenuProps {
  menu: OpenNodeMenu
  /** Of the page; the menu acts on its own node instead of the selection. */
  context: ActionContext
  close(): void
}

export function NodeMenu({ menu: { key, at }, context, close }: NodeMenuProps) {
  const { exploration } = context
  const { picture } = exploration
  const node = picture.nodes.get(key)
  const foresight = useForesight(key, picture)
  const popup = useRef<HTMLDivElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  useLayoutEffect(() => {
    // What stands to the right of the picture can be read on.
    const right = document.querySelector('main')?.getBoundingClientRect().right
    if (popup.current) placeWithin(popup.current, at, right)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another node's menu takes the focus anew
  useEffect(() => void menu.current?.focus(), [key])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first item is there once the counts are
  useEffect(() => {
    if (foresight.state !== 'loading' && document.activeElement === menu.current) items()[0]?.focus()
  }, [foresight.state])
  const latestClose = useRef(close)
  latestClose.current = close
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (!popup.current?.contains(event.target as Node)) latestClose.current()
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [])

  function onKeyDown(event: KeyboardEvent): void {
    const all = items()
    const target = targetOf(event.key, all.indexOf(document.activeElement as HTMLElement), all.length)
    if (target !== null) all[target]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    // Tab goes on from where the focus was before.
    if (event.key !== 'Tab') event.preventDefault()
  }

  if (!node) return null
  const own: ActionContext = { ...context, nodes: [key] }
  const choose = (run: () => void) => () => {
    run()
    close()
  }
  const possible = nodeActions.filter((action) => action !== expandAll && action.isPossible(own))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it holds the menu, and keeps the browser's own away
    <div ref={popup} className="menu-list node-menu" onContextMenu={(event) => event.preventDefault()}>
      <p className={`node-menu-title type-${node.type}`} aria-hidden="true">
        <span className="dot" />
        <span className="name">{node.name}</span>
      </p>
      {foresight.state === 'loading' && (
        <p className="note node-menu-note" role="status">
          Counting what is around it…
        </p>
      )}
      {foresight.state === 'failed' && (
        <p className="failed node-menu-note" role="alert">
          {foresight.message}
        </p>
      )}
      <div ref={menu} role="menu" tabIndex={-1} aria-label={node.name} onKeyDown={onKeyDown}>
        {foresight.state === 'ready' && (
          <ForesightItems
            foresight={foresight.value}
            expand={(relation, direction) =>
              choose(() => exploration.expand(key, node.name, relation, direction))()
            }
            expandAll={choose(() => expandAll.run(own))}
          />
        )}
        {possible.map((action) => (
          <MenuRow key={action.id} choose={choose(() => action.run(own))} keys={action.keys}>
            {action.name}
          </MenuRow>
        ))}
      </div>
    </div>
  )
}
