import type { Picture } from '../picture.ts'

/** What one kind of command does, and how it is told. */
export interface CommandKind<C> {
  /** The picture after it; the one before is left as it is. */
  apply(picture: Picture, command: C): Picture
  /** What it did, in a few words, for the trail of steps. */
  describe(command: C, before: Picture): string
}
