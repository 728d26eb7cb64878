/** A form that saves a file: what it is busy with and why it failed stand beside its button. */
import type { ReactNode } from 'react'
import { Icon } from '../frame/icons.tsx'
import { useLasting } from '../frame/use-lasting.ts'
import type { Saving } from './use-saving.ts'

interface ExportFormProps {
  /** What its button is called. */
  name: string
  /** What it is doing while it works, in words. */
  doing: string
  saving: Saving
  save(): void
  children: ReactNode
}

export function ExportForm({ name, doing, saving: { busy, failure }, save, children }: ExportFormProps) {
  const waiting = useLasting(busy ? doing : null)
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {children}
      <div className="export-save">
        {failure !== null && (
          <p role="alert" className="failed">
            {failure}
          </p>
        )}
        <p role="status" className="note">
          {waiting !== null && (
            <>
              <i className="spinner" /> {waiting}
            </>
          )}
        </p>
        {/* Stays where it is while it works: the focus is on it. */}
        <button type="submit" className="primary" aria-disabled={busy}>
          <Icon name="export" /> {name}
        </button>
      </div>
    </form>
  )
}
