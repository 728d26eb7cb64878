/** The place below the picture for work that needs room: panels under tabs, as high as the person likes. */
import { type CSSProperties, lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
import './desk.css'
import { type DeskPanelId, deskPanels } from './desk-panels.ts'
import type { DeskPanelProps } from './desk-props.ts'
import { FailureBoundary } from './failure-boundary.tsx'
import { HeightHandle } from './height-handle.tsx'
import { Icon } from './icons.tsx'
import { TabPanel, Tabs } from './tabs.tsx'
import { useDeskHeight } from './use-desk-height.ts'

interface DeskProps {
  /** The panel in front; null where the desk is closed. */
  open: DeskPanelId | null
  onOpen(panel: DeskPanelId | null): void
  panelProps: DeskPanelProps
}

const panels = deskPanels.map(({ id, name, load }) => ({ id, name, Panel: lazy(load) }))

export function Desk({ open, onOpen, panelProps }: DeskProps) {
  const { stats } = panelProps.exploration
  const offered = deskPanels.filter(({ isOffered }) => isOffered?.(stats) ?? true)
  if (open === null || !offered.some(({ id }) => id === open)) return null
  return <OpenDesk open={open} onOpen={onOpen} panelProps={panelProps} tabs={offered} />
}

function OpenDesk({
  open,
  onOpen,
  panelProps,
  tabs,
}: DeskProps & { open: DeskPanelId; tabs: typeof deskPanels }) {
  const desk = useRef<HTMLElement>(null)
  const height = useDeskHeight()
  // A panel that was left keeps what was written in it until the desk is closed.
  const [visited, setVisited] = useState<readonly DeskPanelId[]>([open])
  if (!visited.includes(open)) setVisited([...visited, open])

  // The focus goes back to where the desk was opened from, instead of nowhere.
  useLayoutEffect(() => {
    const opener = document.activeElement
    const element = desk.current
    return () => {
      if (element?.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus()
    }
  }, [])

  // Each panel hears of what it was itself opened for.
  const [abouts, setAbouts] = useState<Partial<Record<DeskPanelId, readonly string[]>>>({})
  if (abouts[open] !== panelProps.about) setAbouts({ ...abouts, [open]: panelProps.about })
  const close = () => onOpen(null)
  const name = deskPanels.find(({ id }) => id === open)!.name
  return (
    <section
      ref={desk}
      className="desk"
      aria-label={name}
      style={{ '--desk-height': `${height.now}px` } as CSSProperties}
    >
      <HeightHandle name={`Height of ${name}`} height={height} />
      <div className="desk-bar">
        <Tabs<DeskPanelId> id="desk" name="Desk" tabs={tabs} chosen={open} choose={onOpen} />
        <button type="button" className="icon-button" aria-label={`Close ${name}`} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {panels
        .filter(({ id }) => visited.includes(id))
        .map(({ id, name: panelName, Panel }) => (
          <TabPanel key={id} of="desk" tab={id} className="desk-panel" hidden={id !== open}>
            <FailureBoundary name={panelName} close={close}>
              <Suspense fallback={<p className="note desk-waiting">Opening {panelName}…</p>}>
                <Panel {...panelProps} about={abouts[id] ?? panelProps.about} />
              </Suspense>
            </FailureBoundary>
          </TabPanel>
        ))}
    </section>
  )
}
