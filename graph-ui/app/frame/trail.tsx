/** The steps so far, along the foot of the picture, to go back to. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CommandLog } from '../state/command-log.ts'
import { Icon } from './icons.tsx'
import { Menu, MenuItem, MenuList } from './menu.tsx'
import { stepsWithRoom, trailWindow } from './trail-window.ts'
import './trail.css'

interface StepsProps {
  log: CommandLog
  goTo(step: number): void
}

interface TrailProps extends StepsProps {
  /** Opens what the steps are in Cypher. */
  showQueries(): void
}

export function Trail({ log, goTo, showQueries }: TrailProps) {
  const steps = log.steps.map(({ words }, i) => ({ words, number: i + 1 }))
  const strip = useRef<HTMLElement>(null)
  const { first, end } = trailWindow(steps.length, log.at, useRoom(strip))
  const current = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is the current one
  useEffect(() => {
    // Nothing is returned: newer browsers give a promise, which React would take for the end of the effect.
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [log.at])
  // The menu may go with the step that is chosen from it; the step stands in the strip then.
  const goToHidden = (step: number) => {
    flushSync(() => goTo(step))
    current.current?.focus()
  }
  const others = { log, goTo: goToHidden }
  return (
    <nav ref={strip} className="trail" aria-label="Steps">
      {first > 0 && <MoreSteps {...others} steps={steps.slice(0, first)} name={`${first} earlier`} />}
      <ol>
        {steps.slice(first, end).map(({ words, number }) => (
          <li key={number}>
            <button
              ref={number === log.at ? current : undefined}
              type="button"
              title={words}
              aria-current={number === log.at ? 'step' : undefined}
              aria-label={number > log.at ? `${words}, undone` : undefined}
              className={number > log.at ? 'undone' : ''}
              onClick={() => goTo(number)}
            >
              {words}
            </button>
          </li>
        ))}
      </ol>
      {end < steps.length && (
        <MoreSteps {...others} steps={steps.slice(end)} name={`${steps.length - end} later`} />
      )}
      <button
        type="button"
        className="icon-button trail-queries"
        aria-label="Steps as queries"
        title="Steps as queries"
        onClick={showQueries}
      >
        <Icon name="query" />
      </button>
    </nav>
  )
}

/** How many steps have room, however wide the strip becomes. */
function useRoom(strip: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const element = strip.current
    if (element === null) return
    const measure = () => setRoom(stepsWithRoom(element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [strip])
  return room
}

interface MoreStepsProps extends StepsProps {
  steps: readonly { words: string; number: number }[]
  name: string
}

/** Steps for which the strip has no room. */
function MoreSteps({ log, goTo, steps, name }: MoreStepsProps) {
  return (
    <Menu name={name} button={name} className="trail-more">
      {(close) => (
        <MenuList name={`Steps: ${name}`}>
          {steps.map(({ words, number }) => (
            <MenuItem
              key={number}
              className={number > log.at ? 'undone' : ''}
              choose={() => {
                close()
                goTo(number)
              }}
            >
              {number > log.at ? `${words}, undone` : words}
            </MenuItem>
          ))}
        </MenuList>
      )}
    </Menu>
  )
}
