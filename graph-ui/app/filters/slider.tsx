/** A slider over a few values, which it tells in words; all that is drawn in one go is one step. */
import { useGesture } from './use-gesture.ts'
import './range.css'
import './slider.css'

interface SliderProps {
  name: string
  /** What it stops at, the least first. */
  stops: readonly number[]
  value: number
  words(value: number): string
  change(value: number, gesture: number): void
  beginGesture(): number
}

export function Slider({ name, stops, value, words, change, beginGesture }: SliderProps) {
  const gesture = useGesture(beginGesture)
  return (
    <div className="slider">
      <p>
        {name} <span className="slider-words">{words(value)}</span>
      </p>
      <input
        type="range"
        className="range"
        aria-label={name}
        aria-valuetext={words(value)}
        min={0}
        max={stops.length - 1}
        value={stops.indexOf(value)}
        disabled={stops.length < 2}
        onChange={({ currentTarget }) => {
          const stop = stops[currentTarget.valueAsNumber]
          if (stop !== undefined && stop !== value) change(stop, gesture.number())
        }}
        {...gesture.handlers}
      />
    </div>
  )
}
