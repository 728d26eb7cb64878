import { useEffect, useRef } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { actions } from '../actions/index.ts'
import { isPressed } from '../actions/keys.ts'
import { keepingFocus } from './keep-focus.ts'

/** Runs the action whose key is pressed, unless the person is writing, or in something that lies over the page. */
export function useShortcuts(context: ActionContext, singleKeys: boolean): void {
  const latest = useRef({ context, singleKeys })
  latest.current = { context, singleKeys }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || hasKeysOfItsOwn(event.target)) return
      const { context, singleKeys } = latest.current
      const action = actions.find(
        ({ keys, isPossible }) => isPressed(keys, event, { singleKeys }) && isPossible(context),
      )
      if (!action) return
      event.preventDefault()
      keepingFocus(() => action.run(context))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Whether keys mean something else there: text, a menu, a dialog. */
function hasKeysOfItsOwn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('dialog, [role=menu]') !== null) return true
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|range|button)$/.test(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
