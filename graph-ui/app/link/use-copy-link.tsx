/** Copies what the page shows as a link. */
import { type ReactNode, type RefObject, useState } from 'react'
import { copyText } from '../frame/clipboard.ts'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { BadLinkError, encodeView } from '../state/link.ts'
import { toSavedView } from '../state/save-view.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { LinkDialog } from './link-dialog.tsx'

/** @returns what copies, and the dialog that shows the link where the browser does not let the page copy */
export function useCopyLink(
  exploration: Exploration,
  canvas: RefObject<GraphCanvas | null>,
): { copyLink(): void; linkDialog: ReactNode } {
  const [shown, setShown] = useState<string | null>(null)
  const copyLink = () =>
    void exploration.working('Making the link', async () => {
      const saved = toSavedView(exploration, canvas.current?.camera() ?? null)
      const { savedViewSchema } = await import('../state/saved-view.ts')
      if (!savedViewSchema.safeParse(saved).success)
        throw new BadLinkError('This picture holds more than a link can. Export it instead, or select less.')
      const hash = await encodeView(saved)
      const link = location.origin + location.pathname + hash
      // A reload shows the same, and no step back leads to an older link.
      history.replaceState(null, '', hash)
      if (!(await copyText(link))) setShown(link)
      else
        exploration.tell({ words: `Link copied.${saved.isWhole ? '' : partly(exploration)}`, passes: true })
    })
  const linkDialog = shown !== null && <LinkDialog link={shown} close={() => setShown(null)} />
  return { copyLink, linkDialog }
}

function partly({ picture }: Exploration): string {
  const nodes = picture.nodes.size.toLocaleString('en')
  return ` It does not hold the ${nodes} nodes themselves: it asks for “${picture.title}” again, with what you hid, pinned and moved.`
}
