/** Choosing one concept by its name; Escape goes back to what was chosen before. */
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { ConceptHit, ConceptReference } from '../../api/contract.ts'
import { Combobox } from './combobox.tsx'
import { useSearch } from './use-search.ts'
import './concept-picker.css'

interface ConceptPickerProps {
  /** Stands before the field and names it. */
  label: string
  picked: ConceptReference | null
  pick(concept: ConceptReference | null): void
  input?: RefObject<HTMLInputElement | null>
}

export function ConceptPicker({ label, picked, pick, input }: ConceptPickerProps) {
  /** What is being typed; null where nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const { hits, ...found } = useSearch(typed ?? '')
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const field = input ?? own

  // What is typed next replaces what was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another concept is another name in the field
  useEffect(() => {
    if (typed === null && field.current === document.activeElement) field.current?.select()
  }, [typed, picked, field])

  /** @param hit null where the person leaves: what was only begun is forgotten; what was emptied is. */
  function take(hit: ConceptHit | null): void {
    if (hit !== null) pick({ key: hit.key, name: hit.name, type: hit.type })
    else if (typed?.trim() === '') pick(null)
    setTyped(null)
  }

  return (
    <div className="concept-picker">
      <label htmlFor={id}>{label}</label>
      <div className={`concept-field type-${picked?.type}`}>
        {picked !== null && typed === null && <span className="dot" />}
        <Combobox
          ref={field}
          id={id}
          placeholder="A concept"
          value={typed ?? picked?.name ?? ''}
          query={typed ?? ''}
          found={{ ...found, hits: hits.filter((hit) => hit.kind === 'concept') }}
          missing="No concept"
          type={setTyped}
          take={take}
          onEscape={() => setTyped(null)}
          onFocus={({ target }) => target.select()}
          onBlur={() => take(null)}
        />
      </div>
    </div>
  )
}
