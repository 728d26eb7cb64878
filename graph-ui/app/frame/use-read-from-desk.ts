import { useState } from 'react'
import type { Exploration } from '../state/use-explorer.ts'

/** Whether the details are about something else than when the desk was opened, such as what was chosen there. */
export function useReadFromDesk({ desk, selection }: Exploration): boolean {
  const [opened, setOpened] = useState({ desk, selection })
  if (opened.desk !== desk) setOpened({ desk, selection })
  return desk !== null && selection !== null && selection !== opened.selection
}
