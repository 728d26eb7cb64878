import { useEffect } from 'react'
import type { DeskPanelId } from '../frame/desk-panels.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'

/** Tells a panel, once each time, for which nodes it was opened. All panels of the desk are told of the same nodes. */
export function useAbout(
  panel: DeskPanelId,
  { exploration, about }: DeskPanelProps,
  opened: (keys: readonly string[]) => void,
): void {
  const isMeant = exploration.desk?.panel === panel
  // biome-ignore lint/correctness/useExhaustiveDependencies: another array where it was opened anew
  useEffect(() => {
    if (isMeant && about.length > 0) opened(about)
  }, [about])
}
