/** Where the nodes stand: layouts to choose from. */
import { type ReactNode, type RefObject, useState } from 'react'
import { Icon } from '../frame/icons.tsx'
import { Section } from '../frame/section.tsx'
import { countOf } from '../numbers.ts'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { arrangementNames } from '../state/commands/arrange.ts'
import type { Arrangement } from '../state/picture.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { useArrangement } from './use-arrangement.ts'
import './arrangement.css'

interface ArrangementPanelProps {
  exploration: Exploration
  canvas: RefObject<GraphCanvas | null>
  /** Stands below the layouts, also where they are folded up. */
  children: ReactNode
}

const still: readonly Arrangement[] = ['own', 'circle', 'layers', 'timeline']

const meanings: Record<Arrangement, string> = {
  own: '',
  force: 'What is linked stands together.',
  circle: 'Communities side by side on one circle.',
  layers: 'What is based on something, or part of it, stands below it.',
  timeline: 'Each node stands in the year in which it first appears.',
}

export function ArrangementPanel({ exploration, canvas, children }: ArrangementPanelProps) {
  const [open, setOpen] = useState(false)
  const { running, start, stop } = useArrangement(exploration, canvas)
  const { arrangement, pinned } = exploration.picture
  const isEmpty = exploration.view.nodes.length === 0
  return (
    <section className="arrangement" aria-label="Layout">
      <Section title="Layout" open={open} onToggle={setOpen}>
        <div className="layout-choices">
          {still.map((layout) => (
            <button
              key={layout}
              type="button"
              aria-pressed={arrangement === layout}
              disabled={isEmpty}
              onClick={() => start(layout)}
            >
              {arrangementNames[layout]}
            </button>
          ))}
          {running === 'force' ? (
            <button type="button" key="force" className="layout-wide" onClick={stop}>
              <Icon name="stop" /> Stop the forces
            </button>
          ) : (
            <button
              type="button"
              key="force"
              className="layout-wide"
              aria-pressed={arrangement === 'force'}
              disabled={isEmpty}
              onClick={() => start('force')}
            >
              <Icon name="play" /> {arrangementNames.force}
            </button>
          )}
          <button
            type="button"
            className="layout-wide"
            disabled={isEmpty}
            onClick={() => start('no-overlap')}
          >
            No overlap
          </button>
        </div>
        <p className="layout-note">
          {meanings[arrangement]} {pinned.size > 0 && `${countOf(pinned.size, 'pinned node')} stay in place.`}
        </p>
      </Section>
      {children}
    </section>
  )
}
