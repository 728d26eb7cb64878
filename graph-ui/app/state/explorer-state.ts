/** What the page knows, and what is derived from it. */
import type { Stats, View } from '../../api/contract.ts'
import type { Statement } from '../api/cypher.ts'
import type { ApiError } from '../api/request.ts'
import type { DeskPanelId } from '../frame/desk-panels.ts'
import type { CameraPlace } from '../sigma/camera-place.ts'
import type { CommandLog } from './command-log.ts'
import type { FoundCommunities } from './communities.ts'
import type { Known, Venues } from './filtered.ts'
import type { Picture } from './picture.ts'
import type { Selection } from './selection.ts'

export interface ExplorerState {
  log: CommandLog
  picture: Picture
  /** What the filters leave of the picture. */
  view: View
  venues: Venues
  /** The communities of the picture, where the page had to find them. */
  found: FoundCommunities
  /** What filters need to know of the picture beside itself: the two above. */
  known: Known
  selection: Selection | null
  stats: Stats | null
  /** What is being fetched, in a few words each. */
  work: readonly string[]
  failure: ApiError | null
  desk: DeskState | null
  /** The query that is being written. */
  query: Statement | null
  /** Where a link wants the camera: another object for another link. */
  camera: CameraPlace | null
  /** What there is to say that is no failure. */
  notice: Notice | null
}

export interface Notice {
  words: string
  /** Whether it goes by itself after a while. */
  passes: boolean
}

/** A part of a panel that can be opened from elsewhere: the queries of the steps, in the Cypher panel. */
export type DeskPart = 'steps'

/** The panel of the desk that is in front. */
export interface DeskState {
  panel: DeskPanelId
  /** Keys of the nodes that it was opened for, such as the two ends of paths. */
  about: readonly string[]
  /** What of the panel was asked for, where that is not its beginning. */
  part?: DeskPart | undefined
}
