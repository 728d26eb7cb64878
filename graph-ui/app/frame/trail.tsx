/** The steps so far, to go back to. */
import type { CommandLog } from '../state/command-log.ts'
import { Icon } from './icons.tsx'
import { Menu } from './menu.tsx'
import './trail.css'

export function Trail({ log, goTo }: { log: CommandLog; goTo(step: number): void }) {
  return (
    <Menu name="Steps" button={<Icon name="trail" />} className="icon-button" disabled={log.steps.length < 2}>
      {(close) => (
        <ol className="trail" aria-label="Steps so far">
          {log.steps.map(({ words }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the log
            <li key={i}>
              <button
                type="button"
                aria-current={i + 1 === log.at ? 'step' : undefined}
                className={i + 1 > log.at ? 'undone' : ''}
                onClick={() => {
                  goTo(i + 1)
                  close()
                }}
              >
                {words}
              </button>
            </li>
          ))}
        </ol>
      )}
    </Menu>
  )
}
