/** The picture as it grew: until a year that is chosen, or year after year. */
import { useMemo, useState } from 'react'
import { useGesture } from '../filters/use-gesture.ts'
import { Icon } from '../frame/icons.tsx'
import { Section } from '../frame/section.tsx'
import { useLasting } from '../frame/use-lasting.ts'
import { nodesOfAllYears, yearFacet } from '../state/facets.ts'
import { yearsInWords } from '../state/filter-words.ts'
import { extentOfFirstYears, type Years } from '../state/first-years.ts'
import type { Picture } from '../state/picture.ts'
import { selectedNodes } from '../state/selection.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { usePlay } from './use-play.ts'
import { YearChart } from './year-chart.tsx'
import '../filters/range.css'
import './time.css'

/** What changes faster is not told. */
const restMs = 900

export function TimePanel({ exploration }: { exploration: Exploration }) {
  const [open, setOpen] = useState(false)
  return (
    <section className="time" aria-label="Time">
      <Section title="Time" open={open} onToggle={setOpen}>
        <Time exploration={exploration} />
      </Section>
    </section>
  )
}

function Time({ exploration }: { exploration: Exploration }) {
  const { picture, view, known, beginGesture, do: act } = exploration
  const { from, to } = picture.filters
  const years = useMemo(() => yearsToPlay(picture), [picture])
  const ofAllYears = useMemo(() => nodesOfAllYears(picture, known), [picture, known])
  const bars = useMemo(() => yearFacet(years, ofAllYears), [years, ofAllYears])
  const gesture = useGesture(beginGesture)
  const { isPlaying, play, pause } = usePlay(exploration, years)
  const words = `${yearsInWords(from, to)}: ${view.nodes.length.toLocaleString('en')} of ${ofAllYears.length.toLocaleString('en')} nodes`
  const told = useLasting(isPlaying ? null : words, restMs)
  if (years === null) return <p className="filter-note">No years are known here.</p>

  const { first, last } = years
  const until = Math.min(last, Math.max(first, to ?? last))
  const showUntil = (year: number, number?: number) => {
    pause()
    act({ kind: 'filter', change: { to: year >= last ? null : year } }, number)
  }
  const about = selectedFirst(exploration)
  return (
    <>
      <YearChart bars={bars} until={until} marked={about?.year ?? null} choose={showUntil} />
      <input
        type="range"
        className="range time-range"
        aria-label="Until year"
        aria-valuetext={to === null ? `${last}, all years` : String(until)}
        min={first}
        max={last}
        value={until}
        disabled={first === last}
        onChange={({ currentTarget }) => showUntil(currentTarget.valueAsNumber, gesture.number())}
        {...gesture.handlers}
      />
      <p className="time-ends" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
      <div className="time-play">
        <button type="button" disabled={first === last} onClick={isPlaying ? pause : play}>
          <Icon name={isPlaying ? 'pause' : 'play'} /> {isPlaying ? 'Pause' : 'Play'}
        </button>
        <p>{words}</p>
      </div>
      <p className="unseen" role="status">
        {told}
      </p>
      {about !== null && (
        <p className="time-about">
          <strong>{about.name}</strong> {about.words}
        </p>
      )}
    </>
  )
}

/** First appearances in the picture, but none before the year from which the filters show it. */
function yearsToPlay({ nodes, filters }: Picture): Years | null {
  const years = extentOfFirstYears(nodes.values())
  return (
    years && { ...years, first: Math.min(years.last, Math.max(years.first, filters.from ?? years.first)) }
  )
}

/** When the selected node first appears; null where nothing is selected, or its year is not known. */
function selectedFirst({
  picture,
  selection,
}: Exploration): { name: string; year: number; words: string } | null {
  const [key, ...others] = selectedNodes(selection)
  const node = key === undefined || others.length > 0 ? undefined : picture.nodes.get(key)
  if (!node || node.year === null) return null
  const isConcept = node.key.startsWith('Concept/')
  return {
    name: node.name,
    year: node.year,
    words: `${isConcept ? 'First seen' : 'Published'} in ${node.year}`,
  }
}
