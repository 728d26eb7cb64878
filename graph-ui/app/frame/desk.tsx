/** The place below the picture for work that needs room: panels under tabs, as high as the person likes. */
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
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
  return open === null ? null : <OpenDesk open={open} onOpen={onOpen} panelProps={panelProps} />
}

function OpenDesk({ open, onOpen, panelProps }: DeskProps & { open: DeskPanelId }) {
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

  const canIngest = panelProps.exploration.stats?.canIngest ?? false
  const tabs = deskPanels.filter(({ id }) => id !== 'papers' || canIngest)
  const close = () => onOpen(null)
  const name = deskPanels.find(({ id }) => id === open)!.name
  return (
    <section ref={desk} className="desk" aria-label={name} style={{ height: height.now }}>
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
                <Panel {...panelProps} />
              </Suspense>
            </FailureBoundary>
          </TabPanel>
        ))}
    </section>
  )
}
