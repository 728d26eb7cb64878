/** A field for a name, and below it what is found: arrows choose, Enter and a click take. */
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { countOf } from '../numbers.ts'
import { type Hit, nameOf, type SearchState } from './use-search.ts'
import './search.css'

type InputProps = ComponentProps<'input'>

interface ComboboxProps<H extends Hit>
  extends Pick<InputProps, 'ref' | 'id' | 'aria-label' | 'placeholder' | 'onFocus' | 'onBlur'> {
  /** What stands in the field. */
  value: string
  /** What is looked for; empty where nothing is, and no list is shown. */
  query: string
  found: SearchState<H>
  /** What to say of a name without hits: "No concept" is called so. */
  missing: string
  type(text: string): void
  /** @param hit null where Enter is pressed while nothing is looked for */
  take(hit: H | null): void
  onEscape(): void
}

export function Combobox<H extends Hit>(props: ComboboxProps<H>) {
  const { value, query, found, missing, type, take, onEscape, onFocus, onBlur, ...field } = props
  const { hits, answered, failed } = found
  const [hasFocus, setFocus] = useState(false)
  const [active, setActive] = useState(0)
  const listId = useId()
  const wanted = query.trim()
  const isOpen = hasFocus && wanted !== '' && answered !== null
  const current = Math.min(active, hits.length - 1)
  /** Enter may come before the answer; it then takes the first hit of the answer. */
  const entered = useRef(false)
  useEffect(() => {
    if (!entered.current || answered !== wanted) return
    entered.current = false
    if (hits[0]) take(hits[0])
  })

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setActive((current + step + hits.length) % hits.length)
    } else if (event.key === 'Enter') {
      const hit = hits[current]
      if (wanted === '') take(null)
      else if (answered !== wanted) entered.current = true
      else if (hit) take(hit)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      entered.current = false
      onEscape()
    }
  }

  return (
    <>
      <input
        {...field}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && hits.length > 0 ? `${listId}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => {
          entered.current = false
          setActive(0)
          type(target.value)
        }}
        onFocus={(event) => {
          setFocus(true)
          onFocus?.(event)
        }}
        onBlur={(event) => {
          entered.current = false
          setFocus(false)
          onBlur?.(event)
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div className="search-results">
          {hits.length > 0 ? (
            <div role="listbox" id={listId} aria-label="Found">
              {hits.map((hit, i) => (
                <Option
                  key={hit.key}
                  id={`${listId}-${i}`}
                  hit={hit}
                  active={i === current}
                  firstPaper={hit.kind === 'paper' && hits[i - 1]?.kind !== 'paper'}
                  take={() => take(hit)}
                  point={() => setActive(i)}
                />
              ))}
            </div>
          ) : (
            <p role="status" className="search-empty">
              {failed ? 'Skein does not answer just now.' : `${missing} is called “${answered}”.`}
            </p>
          )}
        </div>
      )}
    </>
  )
}

interface OptionProps {
  id: string
  hit: Hit
  active: boolean
  firstPaper: boolean
  take(): void
  point(): void
}

function Option({ id, hit, active, firstPaper, take, point }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys for its options
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={active}
      className={firstPaper ? 'hit hit-first-paper' : 'hit'}
      // The input keeps the focus, or the list would close before the click.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={point}
      onClick={take}
    >
      <span className={`dot type-${hit.kind === 'concept' ? hit.type : 'Paper'}`} />
      <span className="hit-name">
        {nameOf(hit)}
        {hit.kind === 'concept' && hit.alias !== null && <span className="hit-alias">{hit.alias}</span>}
      </span>
      <span className="hit-kind">
        {hit.kind === 'concept' ? `${hit.type} · ${countOf(hit.papers, 'paper')}` : (hit.year ?? 'Paper')}
      </span>
    </div>
  )
}
