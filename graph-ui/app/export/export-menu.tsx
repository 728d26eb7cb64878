/** Takes what is shown along: as an image, or as data. */
import { type RefObject, useState } from 'react'
import type { View } from '../../api/contract.ts'
import { Icon } from '../frame/icons.tsx'
import { Menu } from '../frame/menu.tsx'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { download, fileName } from './download.ts'

interface ExportMenuProps {
  view: View
  title: string
  canvas: RefObject<GraphCanvas | null>
}

export function ExportMenu({ view, title, canvas }: ExportMenuProps) {
  const [failure, setFailure] = useState<string | null>(null)
  async function image(): Promise<void> {
    const png = await canvas.current?.png(2)
    if (png) download(png, fileName(title, 'png'))
  }
  const attempt = (work: Promise<void>, close: () => void) => {
    setFailure(null)
    work.then(close, (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
  }
  return (
    <Menu
      name="Export"
      className="icon-button"
      button={<Icon name="export" />}
      disabled={view.nodes.length === 0}
    >
      {(close) => (
        <ul aria-label="Export what is shown">
          <li>
            <button type="button" onClick={() => attempt(image(), close)}>
              Image <span>PNG</span>
            </button>
          </li>
          {failure !== null && (
            <li role="alert" className="failed">
              {failure}
            </li>
          )}
        </ul>
      )}
    </Menu>
  )
}
