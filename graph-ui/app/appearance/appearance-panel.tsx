/** How the picture looks, and what that means. */
import { useState } from 'react'
import { Choice } from '../frame/choice.tsx'
import { Section } from '../frame/section.tsx'
import type { Appearance, Picture, SizeMeasure } from '../state/picture.ts'
import type { Exploration } from '../state/use-explorer.ts'
import './appearance.css'

const sizes: { value: SizeMeasure; name: string; meaning: string }[] = [
  { value: 'papers', name: 'Papers', meaning: 'papers that speak of a concept' },
  { value: 'degree', name: 'Degree', meaning: 'edges at a node, of those shown' },
  { value: 'pagerank', name: 'PageRank', meaning: 'how strong the nodes are that point to a node' },
  {
    value: 'betweenness',
    name: 'Betweenness',
    meaning: 'how many shortest ways between others cross a node',
  },
  { value: 'same', name: 'The same for all', meaning: '' },
]

export function AppearancePanel({ picture, act }: { picture: Picture; act: Exploration['do'] }) {
  const [open, setOpen] = useState(false)
  const { colour, size, edgeWidth, names, shapes } = picture.appearance
  const change = (changed: Partial<Appearance>) => act({ kind: 'appearance', change: changed })
  const measure = sizes.find(({ value }) => value === size)
  return (
    <section className="appearance" aria-label="Appearance">
      <Section title="Appearance" open={open} onToggle={setOpen}>
        <Choice
          name="Colour by"
          options={{ type: 'Type', community: 'Community' }}
          value={colour}
          choose={(chosen) => change({ colour: chosen })}
        />
        <label className="field">
          Size by
          <select
            value={size}
            onChange={({ currentTarget }) => {
              const chosen = sizes.find(({ value }) => value === currentTarget.value)
              if (chosen) change({ size: chosen.value })
            }}
          >
            {sizes.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {measure && measure.meaning !== '' && (
          <p className="size-scale">
            <span className="size-discs" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {measure.meaning}
          </p>
        )}
        <Choice
          name="Edge width by"
          options={{ papers: 'Papers', same: 'The same' }}
          value={edgeWidth}
          choose={(chosen) => change({ edgeWidth: chosen })}
        />
        <Choice
          name="Names"
          options={{ few: 'Few', some: 'Some', many: 'Many' }}
          value={names}
          choose={(chosen) => change({ names: chosen })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={shapes}
            onChange={({ currentTarget }) => change({ shapes: currentTarget.checked })}
          />
          Shapes for types
        </label>
      </Section>
    </section>
  )
}
