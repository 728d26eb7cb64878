/** One box for concepts and papers; `/` gets here from anywhere. */
import { type RefObject, useState } from 'react'
import { search } from '../actions/page-actions.ts'
import { Icon } from '../frame/icons.tsx'
import { Combobox } from './combobox.tsx'
import { type Hit, nameOf, useSearch } from './use-search.ts'
import './search.css'

interface SearchBoxProps {
  input: RefObject<HTMLInputElement | null>
  choose(key: string, name: string): void
}

export function SearchBox({ input, choose }: SearchBoxProps) {
  const [query, setQuery] = useState('')
  const found = useSearch(query)

  function take(hit: Hit | null): void {
    if (hit === null) return
    choose(hit.key, nameOf(hit))
    setQuery('')
    input.current?.blur()
  }

  function onEscape(): void {
    if (query === '') input.current?.blur()
    setQuery('')
  }

  return (
    <search className="search">
      <Icon name="search" />
      <Combobox
        ref={input}
        aria-label="Search concepts and papers"
        placeholder="Search methods, datasets, tasks, papers"
        value={query}
        query={query}
        found={found}
        missing="Nothing here"
        type={setQuery}
        take={take}
        onEscape={onEscape}
      />
      <span className="search-key" title={`Press ${search.keys} to search`}>
        {search.keys}
      </span>
    </search>
  )
}
