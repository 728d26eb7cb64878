/** An action as a button, with its key in the title. */
import type { ComponentProps } from 'react'
import type { Action, ActionContext } from '../actions/action.ts'
import { keyNames } from '../actions/keys.ts'
import { Icon, type IconName } from './icons.tsx'
import { keepingFocus } from './keep-focus.ts'

interface ActionButtonProps extends Pick<ComponentProps<'button'>, 'className' | 'aria-haspopup'> {
  action: Action
  context: ActionContext
  icon: IconName
  /** Whether its name stands beside the icon. */
  isNamed?: boolean
}

export function ActionButton({ action, context, icon, isNamed = false, ...rest }: ActionButtonProps) {
  const { name, keys } = action
  return (
    <button
      {...rest}
      type="button"
      aria-label={isNamed ? undefined : name}
      aria-keyshortcuts={keys}
      title={`${name} (${keyNames(keys)[0]})`}
      disabled={!action.isPossible(context)}
      onClick={() => keepingFocus(() => action.run(context))}
    >
      <Icon name={icon} />
      {isNamed && name}
    </button>
  )
}
