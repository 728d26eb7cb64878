/** Says what is selected to those who do not see it. */
import { useMemo } from 'react'
import type { Exploration } from '../state/use-explorer.ts'
import { selectionWords } from './selection-words.ts'

export function Announcer({ exploration: { selection, view } }: { exploration: Exploration }) {
  const words = useMemo(() => selectionWords(selection, view), [selection, view])
  return (
    <p className="unseen" role="status" aria-label="Selection">
      {words}
    </p>
  )
}
