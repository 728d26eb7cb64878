import type { Known } from '../state/filtered.ts'
import type { Exploration } from '../state/use-explorer.ts'

/** What each filter is given. */
export interface FilterProps {
  exploration: Exploration
  known: Known
}
