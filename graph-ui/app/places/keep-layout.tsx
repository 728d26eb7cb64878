/** Where nodes of the landscape were moved: a way to find them there the next time. */
import { useState } from 'react'
import { api } from '../api/index.ts'
import { type Picture, placeOf } from '../state/picture.ts'
import type { Exploration } from '../state/use-explorer.ts'
import './keep-layout.css'

export function KeepLayout({ exploration }: { exploration: Exploration }) {
  const { picture, working } = exploration
  const [kept, setKept] = useState<{ places: Picture['places']; onDisk: boolean } | null>(null)
  if (picture.source.kind !== 'landscape' || picture.places.size === 0) return null

  function keep(): void {
    const places = [...picture.nodes.values()].map((node) => {
      const { x, y } = placeOf(picture, node)
      return { key: node.key, x, y }
    })
    void working('Keeping the layout', async (signal) => {
      const { onDisk } = await api.keepPlaces(places, signal)
      setKept({ places: picture.places, onDisk })
    })
  }

  return (
    <section className="keep-layout" aria-label="Places">
      <button type="button" className="clear" onClick={keep}>
        Keep this layout
      </button>
      <p role="status">
        {kept?.places === picture.places &&
          (kept.onDisk
            ? 'Kept: the landscape opens like this from now on.'
            : 'Kept until Skein is stopped: there is no folder to keep it in.')}
      </p>
    </section>
  )
}
