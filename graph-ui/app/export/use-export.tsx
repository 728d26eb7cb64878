/** Opens the dialog in which what is to be seen is exported; its code is fetched when it is first needed. */
import { type ComponentType, type ReactNode, useState } from 'react'
import type { ExportDialogProps } from './export-dialog.tsx'

export function useExport(props: Omit<ExportDialogProps, 'close'>): {
  openExport(): void
  exportDialog: ReactNode
} {
  const [Dialog, setDialog] = useState<ComponentType<ExportDialogProps> | null>(null)
  const openExport = () =>
    void props.exploration.working('Opening the export', async () => {
      const { ExportDialog } = await import('./export-dialog.tsx')
      setDialog(() => ExportDialog)
    })
  return { openExport, exportDialog: Dialog !== null && <Dialog {...props} close={() => setDialog(null)} /> }
}
