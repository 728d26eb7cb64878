import type { Community, View } from '../../api/contract.ts'
import type { Picture } from '../state/picture.ts'
import { isSlow } from './size-class.ts'

/** What is drawn, or is to be drawn. */
export interface Shown extends Pick<Picture, 'showing' | 'arrangement'> {
  view: View
  /** Those that have fields. */
  communities: readonly Community[]
}

export function isSameShown(a: Shown, b: Shown): boolean {
  const { showing, arrangement, view, communities } = b
  return (
    a.showing === showing && a.arrangement === arrangement && a.view === view && a.communities === communities
  )
}

/**
 * Whether drawing what comes after takes so long that a person has to be told first: another picture that is very
 * large, or much that comes to a picture or goes. Other places are taken in at once: the camera follows.
 */
export function holdsUp(before: Shown, after: Shown): boolean {
  if (before.showing !== after.showing) return isSlow(after.view)
  const isOther =
    before.view.nodes.length !== after.view.nodes.length ||
    before.view.edges.length !== after.view.edges.length
  return isOther && before.arrangement === after.arrangement && (isSlow(before.view) || isSlow(after.view))
}
