/** What a wide toolbar has buttons for, in one menu where there is no room for them. */
import type { Theme } from '../palette.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { Icon } from './icons.tsx'
import { Menu, MenuItem, MenuList } from './menu.tsx'

interface PageMenuProps {
  exploration: Exploration
  theme: Theme
  toggleTheme(): void
  openExport(): void
  openHelp(): void
  copyLink(): void
}

export function PageMenu({ exploration, theme, toggleTheme, openExport, openHelp, copyLink }: PageMenuProps) {
  const { log, redo } = exploration
  return (
    <Menu name="Page menu" className="icon-button" button={<Icon name="more" />}>
      {(close) => {
        const closing = (work: () => void) => () => {
          close()
          work()
        }
        return (
          <MenuList name="Page menu">
            <MenuItem choose={closing(copyLink)}>Copy link to this view</MenuItem>
            {exploration.view.nodes.length > 0 && (
              <MenuItem choose={closing(openExport)}>Export an image or data</MenuItem>
            )}
            {log.at < log.steps.length && <MenuItem choose={closing(redo)}>Redo</MenuItem>}
            <MenuItem choose={closing(toggleTheme)}>
              {theme === 'dark' ? 'Light colours' : 'Dark colours'}
            </MenuItem>
            <MenuItem choose={closing(openHelp)}>Help</MenuItem>
          </MenuList>
        )
      }}
    </Menu>
  )
}
