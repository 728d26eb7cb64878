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
  const cells = new Map<string, { x: number; y: number }[]>()
  const column = (x: number) => Math.floor(x / (room * stretch))
  const row = (y: number) => Math.floor(y / room)
  const taken: TakenPlaces = {
    add(place) {
      const name = `${column(place.x)} ${row(place.y)}`
      const cell = cells.get(name)
      if (cell) cell.push(place)
      else cells.set(name, [place])
    },
    isFree(x, y) {
      for (let i = column(x) - 1; i <= column(x) + 1; i++) {
        for (let j = row(y) - 1; j <= row(y) + 1; j++) {
          for (const place of cells.get(`${i} ${j}`) ?? []) {
            if (Math.hypot((place.x - x) / stretch, place.y - y) < room) return false
          }
        }
      }
      return true
    },
  }
  for (const place of places.values()) taken.add(place)
  return taken
}
