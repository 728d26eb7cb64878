/** The years one after the other, as a film; all of it is one step. */
import { useEffect, useState } from 'react'
import type { Years } from '../state/first-years.ts'
import type { Exploration } from '../state/use-explorer.ts'

const yearMs = 700

interface Film {
  gesture: number
  /** The picture, and the year to which it has come: whoever changes them has the last word. */
  showing: number
  until: number
}

interface Play {
  isPlaying: boolean
  play(): void
  pause(): void
}

/** @param years from which it plays to which; null where there is nothing to play */
export function usePlay({ picture, beginGesture, do: act }: Exploration, years: Years | null): Play {
  const [film, setFilm] = useState<Film | null>(null)
  const { showing } = picture
  const { to } = picture.filters
  const last = years?.last ?? null

  useEffect(() => {
    if (film === null || last === null) return
    if (film.showing !== showing || film.until !== to) return setFilm(null)
    const timer = setTimeout(() => {
      const until = film.until + 1
      const isEnd = until >= last
      act(
        {
          kind: 'filter',
          change: { to: isEnd ? null : until },
          words: isEnd ? 'Played all years' : `Played until ${until}`,
        },
        film.gesture,
      )
      setFilm(isEnd ? null : { ...film, until })
    }, yearMs)
    return () => clearTimeout(timer)
  }, [film, showing, to, last, act])

  return {
    isPlaying: film !== null,
    play() {
      if (years === null) return
      const until = to === null || to >= years.last ? years.first : Math.max(to, years.first)
      const gesture = beginGesture()
      if (until !== to)
        act({ kind: 'filter', change: { to: until }, words: `Played until ${until}` }, gesture)
      setFilm({ gesture, showing, until })
    },
    pause: () => setFilm(null),
  }
}
