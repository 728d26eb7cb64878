/** What there is to say that is no failure; always there, so that it is read aloud when something is said. */
import { useEffect } from 'react'
import type { Exploration } from '../state/use-explorer.ts'
import { Icon } from './icons.tsx'
import './notice-line.css'

const passesAfterMs = 6000

export function NoticeLine({ notice, tell }: Pick<Exploration, 'notice' | 'tell'>) {
  useEffect(() => {
    if (!notice?.passes) return
    const timer = setTimeout(() => tell(null), passesAfterMs)
    return () => clearTimeout(timer)
  }, [notice, tell])
  return (
    <div role="status">
      {notice !== null && (
        <p className="notice">
          {notice.words}
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => tell(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  )
}
