/** Queries kept under names: saved, renamed, deleted, taken along as a file. */
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react'
import { download } from '../export/download.ts'
import {
  type KeptQuery,
  printSaved,
  type QueryLibrary,
  readLibrary,
  renamed,
  withAllSaved,
  withoutSaved,
  withSaved,
} from './query-library.ts'
import { SavedQueryCard } from './saved-query-card.tsx'
import './queries.css'

interface SavedQueriesProps {
  library: QueryLibrary
  change(change: (library: QueryLibrary) => QueryLibrary): void
  /** What the editor holds; null where that is nothing. */
  draft: KeptQuery | null
  run(query: KeptQuery): void
  put(query: KeptQuery): void
}

export function SavedQueries({ library, change, draft, run, put }: SavedQueriesProps) {
  const [name, setName] = useState('')
  const [told, setTold] = useState('')
  const nameField = useRef<HTMLInputElement>(null)

  function save(event: FormEvent): void {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '' || draft === null) return
    const isNew = !library.saved.some((query) => query.name === wanted)
    change((before) => withSaved(before, { name: wanted, ...draft }))
    setTold(isNew ? `Saved “${wanted}”.` : `Saved “${wanted}” in place of the one before.`)
    setName('')
  }

  async function bringIn(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    const read = readLibrary(await file.text())
    // The same file can be chosen again.
    input.value = ''
    if (read === null) setTold(`${file.name} is no file of saved queries.`)
    else {
      change((before) => withAllSaved(before, read.saved))
      setTold(read.saved.length === 1 ? '1 query brought in.' : `${read.saved.length} queries brought in.`)
    }
  }

  return (
    <section className="queries" aria-label="Saved queries">
      <div className="saved-bar">
        <form onSubmit={save}>
          <input
            ref={nameField}
            className="query-name"
            aria-label="Name of the query in the editor"
            placeholder="Name of the query in the editor"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="quiet-button" disabled={draft === null || name.trim() === ''}>
            Save
          </button>
        </form>
        <button
          type="button"
          className="quiet-button"
          disabled={library.saved.length === 0}
          onClick={() =>
            download(new Blob([printSaved(library)], { type: 'application/json' }), 'skein-queries.json')
          }
        >
          Export
        </button>
        <label className="quiet-button file-button">
          Import
          <input
            type="file"
            className="file-input"
            accept=".json,application/json"
            onChange={(event) => void bringIn(event)}
          />
        </label>
      </div>
      <p className="note queries-note" role="status">
        {told || (library.saved.length === 0 ? 'Nothing is saved yet; it stays in this browser alone.' : '')}
      </p>
      <ul className="query-list">
        {library.saved.map((query) => (
          <SavedQueryCard
            key={query.name}
            query={query}
            run={() => run(query)}
            put={() => put(query)}
            rename={(next) => {
              change((before) => renamed(before, query.name, next))
              setTold(`Renamed to “${next}”.`)
              nameField.current?.focus()
            }}
            remove={() => {
              change((before) => withoutSaved(before, query.name))
              setTold(`Deleted “${query.name}”.`)
              nameField.current?.focus()
            }}
          />
        ))}
      </ul>
    </section>
  )
}
