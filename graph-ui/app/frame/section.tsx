/** A part of the sidebar that can be closed; what is closed is not computed either. */
import type { ReactNode } from 'react'
import './section.css'

interface SectionProps {
  title: string
  open: boolean
  onToggle(open: boolean): void
  children: ReactNode
}

export function Section({ title, open, onToggle, children }: SectionProps) {
  return (
    <details className="section" open={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary
        onClick={(event) => {
          event.preventDefault()
          onToggle(!open)
        }}
      >
        <h3>{title}</h3>
      </summary>
      {open && <div className="section-body">{children}</div>}
    </details>
  )
}
