/** Files can be dropped anywhere on the page. */
import { useEffect, useState } from 'react'
import { Icon } from '../frame/icons.tsx'
import { hasFiles, takeDropped } from './dropped.ts'
import './drop-target.css'

/** @param onDrop called when files have been taken */
export function DropTarget({ onDrop }: { onDrop(): void }) {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // The pointer enters and leaves every element on its way.
    let depth = 0
    const over = (change: number) => {
      depth = Math.max(0, depth + change)
      setOver(depth > 0)
    }
    const listeners = {
      dragenter: () => over(1),
      dragleave: () => over(-1),
      // Without it the browser opens the file instead of the page.
      dragover: (event: DragEvent) => event.preventDefault(),
      drop(event: DragEvent) {
        event.preventDefault()
        over(-depth)
        if (event.dataTransfer) takeDropped(event.dataTransfer)
        onDrop()
      },
    }
    const ofFiles = Object.entries(listeners).map(([name, listen]) => {
      const guarded = (event: Event) => {
        if (event instanceof DragEvent && hasFiles(event.dataTransfer)) listen(event)
      }
      return [name, guarded] as const
    })
    for (const [name, listen] of ofFiles) window.addEventListener(name, listen)
    return () => {
      for (const [name, listen] of ofFiles) window.removeEventListener(name, listen)
    }
  }, [onDrop])
  if (!isOver) return null
  return (
    <div className="drop-target">
      <p>
        <Icon name="export" />
        Drop papers to add them to the graph
      </p>
    </div>
  )
}
