/** Nodes get other places. */
import type { Arrangement, Place } from '../picture.ts'
import type { CommandKind } from './command-kind.ts'

/** A person puts a node somewhere. */
export interface Move {
  kind: 'move'
  key: string
  name: string
  x: number
  y: number
}
/** A layout puts nodes somewhere; those it says nothing of stay. */
export interface Arrange {
  kind: 'arrange'
  arrangement: Arrangement
  places: ReadonlyMap<string, Place>
  /** What it does, where that is not the whole arrangement. */
  words?: string | undefined
}

export const move: CommandKind<Move> = {
  apply(picture, { key, x, y }) {
    if (!picture.nodes.has(key)) return picture
    return { ...picture, places: new Map(picture.places).set(key, { x, y }) }
  },
  describe: ({ name }) => `Moved ${name}`,
}

export const arrangementNames: Record<Arrangement, string> = {
  own: 'First places',
  force: 'Force-directed',
  circle: 'Circle',
  layers: 'Layers',
  timeline: 'Timeline',
}

export const arrange: CommandKind<Arrange> = {
  apply(picture, { arrangement, places }) {
    const moved = new Map(picture.places)
    for (const [key, place] of places) {
      const node = picture.nodes.get(key)
      if (node === undefined || picture.pinned.has(key)) continue
      // What stands where it came from has not been moved.
      if (node.x === place.x && node.y === place.y) moved.delete(key)
      else moved.set(key, place)
    }
    return { ...picture, arrangement, places: moved }
  },
  describe: ({ arrangement, words }) => words ?? arrangementNames[arrangement],
}
