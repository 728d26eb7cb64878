/** Which places of a picture are taken, found without looking at all of them. */
import type { Places } from './graph.ts'

/** Names are wider than high, so that places beside each other need more room than those above each other. */
export const stretch = 1.3

export interface TakenPlaces {
  add(place: { x: number; y: number }): void
  isFree(x: number, y: number): boolean
}

/** @param room what is kept free around each place */
export function takenPlaces(places: Places, room: number): TakenPlaces {
  /** By column, then by row. */
  const cells = new Map<number, Map<number, { x: number; y: number }[]>>()
  const columnOf = (x: number) => Math.floor(x / (room * stretch))
  const rowOf = (y: number) => Math.floor(y / room)
  const taken: TakenPlaces = {
    add(place) {
      const [column, row] = [columnOf(place.x), rowOf(place.y)]
      const inColumn = cells.get(column)
      if (inColumn === undefined) cells.set(column, new Map([[row, [place]]]))
      else {
        const cell = inColumn.get(row)
        if (cell) cell.push(place)
        else inColumn.set(row, [place])
      }
    },
    isFree(x, y) {
      const [column, row] = [columnOf(x), rowOf(y)]
      for (let i = column - 1; i <= column + 1; i++) {
        const inColumn = cells.get(i)
        if (inColumn === undefined) continue
        for (let j = row - 1; j <= row + 1; j++) {
          const cell = inColumn.get(j)
          if (cell === undefined) continue
          for (const place of cell)
            if (((place.x - x) / stretch) ** 2 + (place.y - y) ** 2 < room ** 2) return false
        }
      }
      return true
    },
  }
  for (const place of places.values()) taken.add(place)
  return taken
}
