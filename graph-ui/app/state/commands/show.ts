/** Another picture instead of the one shown; appearance and filters, but those of communities, outlive it. */
import type { Community, View } from '../../../api/contract.ts'
import type { Expansion, Picture, Place, Scope, Source } from '../picture.ts'
import { byKey } from '../sets.ts'
import type { CommandKind } from './command-kind.ts'
import { contentOf } from './expansion.ts'

export interface Show {
  kind: 'show'
  title: string
  source: Source
  /** What the picture begins with. */
  view: View
  communities: readonly Community[]
  scope: Scope | null
  /** What a link brings beside the nodes: all of it takes the place of what was there. */
  restored?: Restored
}

/** The parts of a picture that a link restores. */
export type Restored = Pick<
  Picture,
  'hidden' | 'pinned' | 'focus' | 'filters' | 'appearance' | 'arrangement'
> & { places: ReadonlyMap<string, Place>; expansions: readonly Expansion[] }

export const show: CommandKind<Show> = {
  apply(picture, { title, source, view, communities, scope, restored }) {
    const beginning = { nodes: byKey(view.nodes), edges: byKey(view.edges), scope }
    return {
      ...picture,
      showing: picture.showing + 1,
      title,
      source,
      beginning,
      ...contentOf(beginning, restored?.expansions ?? []),
      communities,
      expansions: [],
      places: new Map(),
      arrangement: 'own',
      hidden: new Set(),
      pinned: new Set(),
      focus: null,
      // Numbers of communities mean something within one picture only.
      filters: { ...picture.filters, withoutCommunities: new Set() },
      ...restored,
    }
  },
  describe: ({ title }) => title,
}
