import { useEffect } from 'react'

/** Tells a panel, once each time, for which nodes it was opened. */
export function useAbout(about: readonly string[], opened: (keys: readonly string[]) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another array where it was opened anew
  useEffect(() => {
    if (about.length > 0) opened(about)
  }, [about])
}
