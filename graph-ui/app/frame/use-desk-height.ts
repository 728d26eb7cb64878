import { useEffect, useState } from 'react'
import { kept } from './kept.ts'

/** In pixels. */
export interface AdjustableHeight {
  now: number
  least: number
  most: number
  /** What is beyond the limits stops at them. */
  change(height: number): void
}

const stored = 'skein-desk-height'
const least = 140
/** So much of the toolbar and the picture always stays in sight. */
const above = 200

/** The height of the desk: as it was left last time, within what the window has room for. */
export function useDeskHeight(): AdjustableHeight {
  const [windowHeight, setWindowHeight] = useState(innerHeight)
  const [chosen, setChosen] = useState(() => Number(kept.read(stored)) || null)
  useEffect(() => {
    const listen = () => setWindowHeight(innerHeight)
    addEventListener('resize', listen)
    return () => removeEventListener('resize', listen)
  }, [])
  const most = Math.max(least, windowHeight - above)
  const within = (height: number) => Math.round(Math.min(most, Math.max(least, height)))
  return {
    now: within(chosen ?? Math.min(0.48 * windowHeight, 416)),
    least,
    most,
    change(height) {
      setChosen(within(height))
      kept.write(stored, String(within(height)))
    },
  }
}
