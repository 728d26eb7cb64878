import { useEffect, useRef, useState } from 'react'

const restMs = 400

/**
 * What the pointer has rested on for a moment. A key, a click or the wheel takes it away: they dismiss it, or move what
 * it stands beside.
 * @returns it, and what tells where the pointer is: a function that looks once it has rested, or null where it has left
 */
export function useResting<T>(): [T | null, (look: (() => T | null) | null) => void] {
  const [rested, setRested] = useState<T | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const leave = () => {
      clearTimeout(timer.current)
      setRested(null)
    }
    const kinds = ['pointerdown', 'wheel', 'keydown'] as const
    for (const kind of kinds) document.addEventListener(kind, leave, { capture: true, passive: true })
    return () => {
      leave()
      for (const kind of kinds) document.removeEventListener(kind, leave, { capture: true })
    }
  }, [])
  function rest(look: (() => T | null) | null): void {
    clearTimeout(timer.current)
    setRested(null)
    if (look !== null) timer.current = setTimeout(() => setRested(look()), restMs)
  }
  return [rested, rest]
}
