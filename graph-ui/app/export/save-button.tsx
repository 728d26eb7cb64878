/** Saves a file: what it is busy with and why it failed stand beside it. */
import { Icon } from '../frame/icons.tsx'
import { useLasting } from '../frame/use-lasting.ts'
import type { Saving } from './use-saving.ts'

/** Shorter waits need no sign. */
const patienceMs = 250

interface SaveButtonProps {
  name: string
  /** What it is doing while it works, in words. */
  doing: string
  saving: Saving
}

export function SaveButton({ name, doing, saving: { busy, failure } }: SaveButtonProps) {
  const waiting = useLasting(busy ? doing : null, patienceMs)
  return (
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
  )
}
