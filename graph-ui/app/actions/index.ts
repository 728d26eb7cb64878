/** All actions; adding one means a line in its group. Where several have the same key, the first that is possible is run. */
import type { Action } from './action.ts'
import { nodeActions } from './node-actions.ts'
import { pageActions } from './page-actions.ts'

export const actionGroups: readonly { name: string; actions: readonly Action[] }[] = [
  { name: 'What is selected', actions: nodeActions },
  { name: 'The page', actions: pageActions },
]

export const actions: readonly Action[] = actionGroups.flatMap((group) => group.actions)
