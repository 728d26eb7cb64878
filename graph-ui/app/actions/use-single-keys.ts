import { useState } from 'react'
import { kept } from '../frame/kept.ts'

const stored = 'skein-single-keys'

/** Whether shortcuts of one key work: until the person turns them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => kept.read(stored) !== 'off')
  return [
    on,
    (next) => {
      setOn(next)
      kept.write(stored, next ? 'on' : 'off')
    },
  ]
}
