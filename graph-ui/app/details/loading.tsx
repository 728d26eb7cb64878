import type { ReactNode } from 'react'
import type { Loaded } from './use-loaded.ts'
import './loading.css'

/** What is loaded, or grey lines while it is not, or why it could not be. */
export function WhenLoaded<T>({ loaded, children }: { loaded: Loaded<T>; children(value: T): ReactNode }) {
  if (loaded.state === 'ready') return <>{children(loaded.value)}</>
  if (loaded.state === 'failed') {
    return (
      <p role="alert" className="failed">
        {loaded.message}
      </p>
    )
  }
  return (
    <div className="loading-lines" role="status" aria-label="Loading">
      <i />
      <i />
      <i />
    </div>
  )
}
