import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { SavedQuery } from './query-library.ts'
import { QueryText } from './query-text.tsx'

interface SavedQueryCardProps {
  query: SavedQuery
  run(): void
  put(): void
  rename(name: string): void
  remove(): void
}

export function SavedQueryCard({ query, run, put, rename, remove }: SavedQueryCardProps) {
  const { name } = query
  const [isRenaming, setRenaming] = useState(false)
  const renameButton = useRef<HTMLButtonElement>(null)
  return (
    <li className="query-card">
      {isRenaming ? (
        <RenameForm
          name={name}
          rename={(next) => {
            setRenaming(false)
            renameButton.current?.focus()
            if (next !== name) rename(next)
          }}
          giveUp={() => {
            setRenaming(false)
            renameButton.current?.focus()
          }}
        />
      ) : (
        <h3>{name}</h3>
      )}
      <QueryText query={query} />
      <p className="query-actions">
        <button type="button" aria-label={`Run: ${name}`} onClick={run}>
          Run
        </button>
        <button type="button" aria-label={`Put into the editor: ${name}`} onClick={put}>
          Put into the editor
        </button>
        <button
          ref={renameButton}
          type="button"
          aria-label={`Rename: ${name}`}
          onClick={() => setRenaming(true)}
        >
          Rename
        </button>
        <button type="button" aria-label={`Delete: ${name}`} onClick={remove}>
          Delete
        </button>
      </p>
    </li>
  )
}

interface RenameFormProps {
  name: string
  rename(name: string): void
  giveUp(): void
}

function RenameForm({ name, rename, giveUp }: RenameFormProps) {
  const [next, setNext] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (next.trim() !== '') rename(next.trim())
  }
  return (
    <form className="rename" onSubmit={submit}>
      <input
        ref={field}
        className="query-name"
        aria-label={`New name for ${name}`}
        value={next}
        maxLength={120}
        onChange={(event) => setNext(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          giveUp()
        }}
      />
      <button type="submit" className="quiet-button" disabled={next.trim() === ''}>
        Rename
      </button>
    </form>
  )
}
