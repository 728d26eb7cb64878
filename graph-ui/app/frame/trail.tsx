/** The steps so far, to go back to. */
import type { CommandLog } from '../state/command-log.ts'
import { Icon } from './icons.tsx'
import { Menu, MenuItem, MenuList } from './menu.tsx'
import './trail.css'

export function Trail({ log, goTo }: { log: CommandLog; goTo(step: number): void }) {
  return (
    <Menu name="Steps" button={<Icon name="trail" />} className="icon-button" disabled={log.steps.length < 2}>
      {(close) => (
        <div className="trail">
          <MenuList name="Steps so far">
            {log.steps.map(({ words }, i) => (
              <MenuItem
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the log
                key={i}
                current={i + 1 === log.at}
                className={i + 1 > log.at ? 'undone' : ''}
                choose={() => {
                  goTo(i + 1)
                  close()
                }}
              >
                {words}
              </MenuItem>
            ))}
          </MenuList>
        </div>
      )}
    </Menu>
  )
}
