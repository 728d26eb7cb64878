import { useRef } from 'react'

/**
 * The gesture of a control whose many changes are one step: from one touch, or one arrival by keyboard, to the next.
 * @param begin gives the number of a new gesture
 */
export function useGesture(begin: () => number) {
  const current = useRef<number | null>(null)
  const startAnew = () => {
    current.current = null
  }
  return {
    /** The number of the gesture that is going on. */
    number: (): number => {
      current.current ??= begin()
      return current.current
    },
    /** For the control itself. */
    handlers: { onFocus: startAnew, onPointerDown: startAnew },
  }
}
