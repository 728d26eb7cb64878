/** Choosing one concept by its name: completion, arrows, Enter; Escape goes back to what was chosen before. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { ConceptHit } from '../../api/contract.ts'
import { Option } from './search-box.tsx'
import { useSearch } from './use-search.ts'
import './concept-picker.css'
import './search.css'

export type PickedConcept = Pick<ConceptHit, 'key' | 'name' | 'type'>

interface ConceptPickerProps {
  /** Stands before the field and names it. */
  label: string
  picked: PickedConcept | null
  pick(concept: PickedConcept | null): void
  input?: RefObject<HTMLInputElement | null>
}

export function ConceptPicker({ label, picked, pick, input }: ConceptPickerProps) {
  /** What is being typed; null where nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const { hits, answered, failed } = useSearch(typed ?? '')
  const concepts = hits.filter((hit) => hit.kind === 'concept')
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const field = input ?? own
  const isOpen = typed !== null && typed.trim() !== '' && answered !== null
  const current = Math.min(active, concepts.length - 1)
  /** Enter may come before the answer; it then takes the first concept of the answer. */
  const entered = useRef(false)
  useEffect(() => {
    const first = concepts[0]
    if (!entered.current || typed === null || answered !== typed.trim()) return
    entered.current = false
    if (first) take(first)
  })

  // What is typed next replaces what was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another concept is another name in the field
  useEffect(() => {
    if (typed === null && field.current === document.activeElement) field.current?.select()
  }, [typed, picked, field])

  function take({ key, name, type }: ConceptHit): void {
    pick({ key, name, type })
    setTyped(null)
  }

  /** What was only begun is forgotten; what was emptied is. */
  function leave(): void {
    if (typed?.trim() === '') pick(null)
    setTyped(null)
    entered.current = false
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && concepts.length > 0) {
      event.preventDefault()
      setActive((current + step + concepts.length) % concepts.length)
    } else if (event.key === 'Enter' && typed !== null) {
      const concept = concepts[current]
      if (typed.trim() === '') leave()
      else if (answered !== typed.trim()) entered.current = true
      else if (concept) take(concept)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      setTyped(null)
    }
  }

  return (
    <div className="concept-picker">
      <label htmlFor={id}>{label}</label>
      <div className={`concept-field type-${picked?.type}`}>
        {picked !== null && typed === null && <span className="dot" />}
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-found`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && concepts.length > 0 ? `${id}-${current}` : undefined}
          placeholder="A concept"
          autoComplete="off"
          spellCheck={false}
          value={typed ?? picked?.name ?? ''}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
            entered.current = false
          }}
          onFocus={(event) => event.target.select()}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
        {isOpen && (
          <div className="search-results">
            {concepts.length > 0 ? (
              <div role="listbox" id={`${id}-found`} aria-label="Found">
                {concepts.map((hit, i) => (
                  <Option
                    key={hit.key}
                    id={`${id}-${i}`}
                    hit={hit}
                    active={i === current}
                    firstPaper={false}
                    pick={() => take(hit)}
                    point={() => setActive(i)}
                  />
                ))}
              </div>
            ) : (
              <p role="status" className="search-empty">
                {failed ? 'Skein does not answer just now.' : `No concept is called “${answered}”.`}
              </p>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
