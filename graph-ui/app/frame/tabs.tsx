/** Tabs: arrows, Home and End go from one to the next, Enter or a click chooses, as a panel may have to be fetched. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import './tabs.css'

interface TabsProps<Id extends string> {
  /** Names the tabs and their panels in the page. */
  id: string
  name: string
  tabs: readonly { id: Id; name: string }[]
  chosen: Id
  choose(tab: Id): void
}

export function Tabs<Id extends string>({ id, name, tabs, chosen, choose }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])]
    const at = buttons.indexOf(event.target as HTMLElement)
    const last = buttons.length - 1
    const targets: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    buttons[target]?.focus()
  }
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={name} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(id, tab.id)}
          aria-selected={tab.id === chosen}
          aria-controls={tab.id === chosen ? panelId(id, tab.id) : undefined}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => choose(tab.id)}
        >
          {tab.name}
        </button>
      ))}
    </div>
  )
}

interface TabPanelProps {
  /** The `id` of its tabs. */
  of: string
  tab: string
  className: string
  hidden?: boolean
  children: ReactNode
}

export function TabPanel({ of, tab, className, hidden = false, children }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={panelId(of, tab)}
      aria-labelledby={tabId(of, tab)}
      className={className}
      hidden={hidden}
    >
      {children}
    </div>
  )
}

function tabId(of: string, tab: string): string {
  return `${of}-tab-${tab}`
}

function panelId(of: string, tab: string): string {
  return `${of}-panel-${tab}`
}
