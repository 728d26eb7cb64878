/** What a wide toolbar has buttons for, in one menu where there is no room for them. */
import type { Action, ActionContext } from '../actions/action.ts'
import { copyLink, exportPicture, help, redo } from '../actions/page-actions.ts'
import type { Theme } from '../palette.ts'
import { Icon } from './icons.tsx'
import { Menu, MenuItem, MenuList } from './menu.tsx'

interface PageMenuProps {
  context: ActionContext
  theme: Theme
  toggleTheme(): void
}

export function PageMenu({ context, theme, toggleTheme }: PageMenuProps) {
  return (
    <Menu name="Page menu" className="icon-button" button={<Icon name="more" />}>
      {(close) => {
        const closing = (work: () => void) => () => {
          close()
          work()
        }
        const itemOf = (action: Action) =>
          action.isPossible(context) && (
            <MenuItem key={action.id} choose={closing(() => action.run(context))}>
              {action.name}
            </MenuItem>
          )
        return (
          <MenuList name="Page menu">
            {[copyLink, exportPicture, redo].map(itemOf)}
            <MenuItem choose={closing(toggleTheme)}>
              {theme === 'dark' ? 'Light colours' : 'Dark colours'}
            </MenuItem>
            {itemOf(help)}
          </MenuList>
        )
      }}
    </Menu>
  )
}
