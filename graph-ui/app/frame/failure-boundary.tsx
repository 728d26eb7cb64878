/** Keeps the failure of one part from taking the whole page away: says what happened, and what can be done. */
import { Component, type ReactNode } from 'react'
import { messageOf } from '../api/request.ts'
import './failure-boundary.css'

interface FailureBoundaryProps {
  /** What is in it, as the first words of a sentence: "The picture". */
  name: string
  /** Takes away what is in it; null where it cannot be missed. */
  close: (() => void) | null
  /** Says in words why it failed. */
  reason?: (error: unknown) => string
  children: ReactNode
}

interface Failed {
  error: unknown
}

export class FailureBoundary extends Component<FailureBoundaryProps, { failed: Failed | null }> {
  override state: { failed: Failed | null } = { failed: null }

  static getDerivedStateFromError(error: unknown): { failed: Failed } {
    return { failed: { error } }
  }

  override render(): ReactNode {
    const { name, close, reason = messageOf, children } = this.props
    const { failed } = this.state
    if (failed === null) return children
    return (
      <section className="failed-part" role="alert" aria-label={name}>
        <h2>{name} cannot be shown</h2>
        <p>{reason(failed.error)}</p>
        <div className="failed-part-actions">
          <button type="button" className="text-button" onClick={() => location.reload()}>
            Reload
          </button>
          {close !== null && (
            <button type="button" className="text-button" onClick={close}>
              Close
            </button>
          )}
        </div>
      </section>
    )
  }
}

/** Why there is no picture: mostly because the browser has no WebGL. */
export function whyNoPicture(error: unknown): string {
  const probe = document.createElement('canvas')
  const canDraw = probe.getContext('webgl2') ?? probe.getContext('webgl')
  return canDraw === null
    ? 'This browser cannot draw here (WebGL is off): everything is in the list beside.'
    : messageOf(error)
}
