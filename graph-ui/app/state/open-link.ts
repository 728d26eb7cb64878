/** Opens what a link keeps. This code comes only with a link. */
import type { View } from '../../api/contract.ts'
import type { Statement } from '../api/cypher.ts'
import type { Api } from '../api/index.ts'
import { deskPanels } from '../frame/desk-panels.ts'
import type { CameraPlace } from '../sigma/camera-place.ts'
import type { Show } from './commands/show.ts'
import type { DeskState, Notice } from './explorer-state.ts'
import { BadLinkError } from './link.ts'
import { restoredShow } from './restore-view.ts'
import { type SavedView, savedViewSchema } from './saved-view.ts'
import type { Selection } from './selection.ts'

export interface OpenedLink {
  command: Show
  selection: Selection | null
  camera: CameraPlace | null
  desk: DeskState | null
  query: Statement | null
  /** What the graph does not have any more, in words. */
  notice: Notice | null
}

export type LinkApi = Pick<Api, 'viewWithoutPlaces' | 'landscape' | 'neighbourhood' | 'cypher'>

/** Rows that a query is asked for which gives a picture again. */
const mostRows = 20_000

/**
 * @param link what the hash of the address holds
 * @throws BadLinkError where it is no view, or speaks of another graph
 * @throws ApiError
 */
export async function openLink(link: unknown, api: LinkApi, signal: AbortSignal): Promise<OpenedLink> {
  const parsed = savedViewSchema.safeParse(link)
  if (!parsed.success) throw new BadLinkError('This link holds something else than a view of Skein.')
  const saved = parsed.data
  const { view, missing } = saved.isWhole
    ? await api.viewWithoutPlaces(saved.nodes, signal).then(({ missing, ...view }) => ({ view, missing }))
    : { view: await viewOf(saved.source, api, signal), missing: 0 }
  const total = saved.nodes.length
  if (total > 0 && missing === total) {
    throw new BadLinkError(
      `This link speaks of another graph: this one has none of its ${total.toLocaleString('en')} nodes.`,
    )
  }
  return {
    command: restoredShow(saved, view),
    selection: saved.selection,
    camera: saved.camera,
    desk: deskOf(saved.desk),
    query: saved.query,
    notice:
      missing === 0
        ? null
        : {
            words: `${missing.toLocaleString('en')} of ${total.toLocaleString('en')} nodes ${missing === 1 ? 'is' : 'are'} no longer in the graph.`,
            passes: false,
          },
  }
}

async function viewOf(source: SavedView['source'], api: LinkApi, signal: AbortSignal): Promise<View> {
  switch (source.kind) {
    case 'landscape':
      return api.landscape(signal)
    case 'around':
      return api.neighbourhood({ key: source.key, types: null, direction: 'both', present: [] }, signal)
    case 'query':
      return (await api.cypher(source, mostRows, signal)).view
    default:
      throw new BadLinkError('This link holds a part of a picture only.')
  }
}

function deskOf(saved: SavedView['desk']): DeskState | null {
  const panel = deskPanels.find(({ id }) => id === saved?.panel)
  return panel && saved ? { panel: panel.id, about: saved.about } : null
}
