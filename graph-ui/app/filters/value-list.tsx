/** The values of a filter: which are shown, how much each stands for, and a way to only one of them. */
import type { ReactNode } from 'react'
import { toggled } from '../state/sets.ts'
import type { Counted } from '../state/tally.ts'
import './value-list.css'

interface ValueListProps<T> {
  /** What the values are, for those who do not see where they stand. */
  name: string
  values: readonly Counted<T>[]
  /** All that there are, where only some are listed. */
  all?: readonly Counted<T>[]
  leftOut: ReadonlySet<T>
  nameOf(value: T): string
  /** A name within a sentence, where it differs. */
  inWords?(value: T): string
  /** Stands before the name. */
  sign?(value: T): ReactNode
  /** @param words what it does */
  change(leftOut: ReadonlySet<T>, words: string): void
}

export function ValueList<T extends string | number>(props: ValueListProps<T>) {
  const { name, values, all = values, leftOut, nameOf, inWords = nameOf, sign, change } = props
  /** A second time it brings the others back. */
  const only = (value: T) => {
    const others = all.map((one) => one.value).filter((other) => other !== value)
    const isAlone = !leftOut.has(value) && others.every((other) => leftOut.has(other))
    if (isAlone) change(new Set(), `Brought back all ${name.toLowerCase()}`)
    else change(new Set(others), `Only ${inWords(value)}`)
  }
  return (
    <ul className="values" aria-label={name}>
      {values.map(({ value, count }) => (
        <li key={value}>
          <label className={leftOut.has(value) ? 'value value-off' : 'value'}>
            <input
              type="checkbox"
              checked={!leftOut.has(value)}
              onChange={({ nativeEvent }) => {
                if (nativeEvent instanceof MouseEvent && nativeEvent.altKey) return only(value)
                const next = toggled(leftOut, value)
                change(next, `${next.has(value) ? 'Left out' : 'Brought back'} ${inWords(value)}`)
              }}
            />
            {sign?.(value)}
            <span className="value-name" title={nameOf(value)}>
              {nameOf(value)}
            </span>{' '}
            <span className="count">{count.toLocaleString('en')}</span>
          </label>
          <button
            type="button"
            className="only"
            aria-label={`Only ${nameOf(value)}`}
            title="Only this (Alt-click)"
            onClick={() => only(value)}
          >
            only
          </button>
        </li>
      ))}
    </ul>
  )
}
