/** One box for concepts and papers: completion, arrows, Enter, Escape; `/` gets here from anywhere. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../frame/icons.tsx'
import { countOf } from '../numbers.ts'
import { type Hit, useSearch } from './use-search.ts'
import './search.css'

interface SearchBoxProps {
  input: RefObject<HTMLInputElement | null>
  choose(key: string, name: string): void
}

export function SearchBox({ input, choose }: SearchBoxProps) {
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { hits, answered, failed } = useSearch(query)
  const listId = useId()
  const shown = open && query.trim() !== '' && answered !== null
  const current = Math.min(active, hits.length - 1)
  /** Enter may come before the answer; it then takes the first hit of the answer. */
  const entered = useRef(false)
  useEffect(() => {
    const first = hits[0]
    if (!entered.current || answered !== query.trim()) return
    entered.current = false
    if (first) pick(first)
  })

  function pick(hit: Hit): void {
    choose(hit.key, nameOf(hit))
    setQuery('')
    setOpen(false)
    input.current?.blur()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((current + step + hits.length) % hits.length)
    } else if (event.key === 'Enter') {
      const hit = hits[current]
      if (answered !== query.trim()) entered.current = query.trim() !== ''
      else if (hit) pick(hit)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (query === '') input.current?.blur()
      setQuery('')
      setOpen(false)
    }
  }

  return (
    <search className="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search concepts and papers"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits.length > 0 ? `${listId}-${current}` : undefined}
        placeholder="Search methods, datasets, tasks, papers"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          entered.current = false
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className="search-key" title="Press / to search">
        /
      </span>
      {shown && (
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
                  pick={() => pick(hit)}
                  point={() => setActive(i)}
                />
              ))}
            </div>
          ) : (
            <p role="status" className="search-empty">
              {failed ? 'Skein does not answer just now.' : `Nothing here is called “${answered}”.`}
            </p>
          )}
        </div>
      )}
    </search>
  )
}

interface OptionProps {
  id: string
  hit: Hit
  active: boolean
  firstPaper: boolean
  pick(): void
  point(): void
}

export function Option({ id, hit, active, firstPaper, pick, point }: OptionProps) {
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
      onClick={pick}
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

function nameOf(hit: Hit): string {
  return hit.kind === 'concept' ? hit.name : hit.title
}
