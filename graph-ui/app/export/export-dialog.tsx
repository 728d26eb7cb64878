/** Takes what is to be seen along: as an image, or as data. */
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../frame/icons.tsx'
import { TabPanel, Tabs } from '../frame/tabs.tsx'
import type { Theme } from '../palette.ts'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { type ExportChoices, keepChoices, readChoices } from './choices.ts'
import { DataForm } from './data-form.tsx'
import { ImageForm } from './image-form.tsx'
import './export-dialog.css'

export interface ExportDialogProps {
  exploration: Exploration
  canvas: RefObject<GraphCanvas | null>
  theme: Theme
  close(): void
}

const tabs = [
  { id: 'image', name: 'Image' },
  { id: 'data', name: 'Data' },
] as const

export function ExportDialog({ exploration, canvas, theme, close }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [choices, setChoices] = useState(readChoices)
  const saved = (name: string) => {
    dialog.current?.close()
    exploration.tell({ words: `Saved ${name}.`, passes: true })
  }
  // The browser gives the focus back to where it was.
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const choose = (change: Partial<ExportChoices>) => {
    const next = { ...choices, ...change }
    setChoices(next)
    keepChoices(next)
  }
  return (
    <dialog ref={dialog} className="dialog export-dialog" aria-labelledby={title} onClose={close}>
      <header>
        <h2 id={title}>Export</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <Tabs id="export" name="Kind" tabs={tabs} chosen={choices.kind} choose={(kind) => choose({ kind })} />
      <TabPanel of="export" tab={choices.kind} className="export-panel">
        {choices.kind === 'image' ? (
          <ImageForm
            exploration={exploration}
            theme={theme}
            scene={() => canvas.current?.scene() ?? null}
            choices={choices}
            choose={choose}
            saved={saved}
          />
        ) : (
          <DataForm exploration={exploration} choices={choices} choose={choose} saved={saved} />
        )}
      </TabPanel>
    </dialog>
  )
}
