/** Takes what is shown along: as an image, or as data. */
import { type RefObject, useState } from 'react'
import type { ExportFormat, View } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { useLoaded } from '../details/use-loaded.ts'
import { Icon } from '../frame/icons.tsx'
import { Menu, MenuItem, MenuList } from '../frame/menu.tsx'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { captionOf } from './caption.ts'
import { download, fileName } from './download.ts'

interface ExportMenuProps {
  view: View
  title: string
  canvas: RefObject<GraphCanvas | null>
}

export function ExportMenu(props: ExportMenuProps) {
  return (
    <Menu
      name="Export"
      className="icon-button"
      button={<Icon name="export" />}
      disabled={props.view.nodes.length === 0}
    >
      {(close) => <Formats {...props} close={close} />}
    </Menu>
  )
}

function Formats({ view, title, canvas, close }: ExportMenuProps & { close(): void }) {
  const formats = useLoaded('formats', () => api.exportFormats())
  const [failure, setFailure] = useState<string | null>(null)
  const attempt = (work: () => Promise<void>) => {
    setFailure(null)
    work().then(close, (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
  }
  const image = async () => {
    if (canvas.current === null) throw new Error('There is no image, as this browser cannot draw here.')
    download(await canvas.current.png(captionOf(view, title), 2), fileName(title, 'png'))
  }
  const data = async ({ name, extension, parts }: ExportFormat) => {
    for (const part of parts) {
      const suffix = part === 'main' ? extension : `${part}.${extension}`
      download(await api.exportView(view, name, part), fileName(title, suffix))
    }
  }
  const told = failure ?? (formats.state === 'failed' ? formats.message : null)
  return (
    <>
      <MenuList name="Export what is shown">
        <MenuItem choose={() => attempt(image)}>
          Image <span>png</span>
        </MenuItem>
        {formats.state === 'ready' &&
          formats.value.map((format) => (
            <MenuItem key={format.name} choose={() => attempt(() => data(format))}>
              {format.label} <span>{format.extension}</span>
            </MenuItem>
          ))}
      </MenuList>
      {told !== null && (
        <p role="alert" className="failed">
          {told}
        </p>
      )}
    </>
  )
}
