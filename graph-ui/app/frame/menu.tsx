/** A button that opens a list of actions: arrows, Home and End move in it, Escape, Tab and clicks elsewhere close it. */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import './menu.css'

interface MenuProps {
  name: string
  button: ReactNode
  className: string
  /** A `MenuList`, and what there is to say beside it. */
  children(close: () => void): ReactNode
}

export function Menu({ name, button, className, children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening moves the focus
  useEffect(() => {
    if (open) items()[0]?.focus()
  }, [open])

  function close(): void {
    // Who has gone elsewhere meanwhile stays there.
    const inside = root.current?.contains(document.activeElement) || document.activeElement === document.body
    if (inside) opener.current?.focus()
    setOpen(false)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setOpen(true)
      return
    }
    // The key goes on from the button to what comes after it.
    if (event.key === 'Tab') {
      close()
      return
    }
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const target = targetOf(event.key, at, all.length)
    if (target !== null) all[target]?.focus()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    // What is selected behind the menu stays selected.
    event.stopPropagation()
  }

  function onBlur({ relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null && !root.current?.contains(relatedTarget)) setOpen(false)
  }

  useEffect(() => {
    if (!open) return
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [open])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the items in it
    <div className="menu" ref={root} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && <div className="menu-list">{children(close)}</div>}
    </div>
  )
}

export function MenuList({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="menu" aria-label={name}>
      {children}
    </div>
  )
}

interface MenuItemProps {
  choose(): void
  /** Whether it is the one in effect. */
  current?: boolean
  className?: string
  children: ReactNode
}

export function MenuItem({ choose, current = false, className = '', children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={className}
      aria-current={current || undefined}
      onClick={choose}
    >
      {children}
    </button>
  )
}

/** Where a key leads, from an item or, with -1, from none; null where it leads nowhere. */
export function targetOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (Math.max(at, 0) + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
