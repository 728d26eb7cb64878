/** How much first appears in each year, as bars; a click shows the picture as it was in that year. */
import type { Counted } from '../state/tally.ts'

interface YearChartProps {
  /** Every year from the first to the last, in order. */
  bars: readonly Counted<number>[]
  /** The last year that is shown. */
  until: number
  /** The year of what is selected. */
  marked: number | null
  choose(year: number): void
}

const height = 40

export function YearChart({ bars, until, marked, choose }: YearChartProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const told = bars.filter(({ count }) => count > 0).map(({ value, count }) => `${count} in ${value}`)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the slider does the same by keyboard
    <svg
      className="year-chart"
      role="img"
      aria-label={`First appearances by year: ${told.join(', ')}`}
      viewBox={`0 0 ${bars.length} ${height}`}
      preserveAspectRatio="none"
      onClick={({ currentTarget, clientX }) => {
        const { left, width } = currentTarget.getBoundingClientRect()
        const bar = bars[Math.floor(((clientX - left) / width) * bars.length)]
        if (bar) choose(bar.value)
      }}
    >
      {bars.map(({ value, count }, i) => (
        <g key={value} className={classOf(value, until, marked)}>
          <title>{`${value}: ${count}`}</title>
          <rect className="year-column" x={i} y={0} width={1} height={height} />
          <rect
            className="year-bar"
            x={i + 0.08}
            y={height - (height * count) / most}
            width={0.84}
            height={(height * count) / most}
          />
        </g>
      ))}
    </svg>
  )
}

function classOf(year: number, until: number, marked: number | null): string {
  if (year > until) return 'year-later'
  return year === marked ? 'year-marked' : ''
}
