/** Which relations paths may use: a button that says it, and a list of them to choose from. */
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Predicate } from '../../../shared/schema.ts'
import { ValueList } from '../filters/value-list.tsx'
import { relationName } from '../relation-names.ts'
import { leftOutInWords } from '../state/filter-words.ts'
import type { Counted } from '../state/tally.ts'

interface RelationChoiceProps {
  /** Those of the graph, with how many there are of each. */
  relations: readonly Counted<Predicate>[]
  leftOut: ReadonlySet<Predicate>
  change(leftOut: ReadonlySet<Predicate>): void
}

export function RelationChoice({ relations, leftOut, change }: RelationChoiceProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [isOpen])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isOpen) return
    // What is selected in the picture stays selected.
    event.stopPropagation()
    setOpen(false)
    button.current?.focus()
  }

  function onBlur({ relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null && !root.current?.contains(relatedTarget)) setOpen(false)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the list
    <div className="paths-relations" ref={root} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="text-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        title={`Relations: ${inWords(relations, leftOut)}`}
        disabled={relations.length === 0}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="count">Relations:</span> {inWords(relations, leftOut)}
      </button>
      {isOpen && (
        <fieldset id={id} className="paths-relation-list">
          <legend className="unseen">Relations that paths may use</legend>
          <ValueList
            name="Relations"
            values={relations}
            leftOut={leftOut}
            nameOf={(relation) => relationName(relation)}
            sign={(relation) => (
              <span className="relation-line" data-relation={relation} aria-hidden="true" />
            )}
            change={change}
          />
        </fieldset>
      )}
    </div>
  )
}

/** "all", "only “is based on”", "without “is used for” and 2 others" */
function inWords(relations: readonly Counted<Predicate>[], leftOut: ReadonlySet<Predicate>): string {
  const names = (wanted: boolean) =>
    relations
      .filter(({ value }) => leftOut.has(value) !== wanted)
      .map(({ value }) => `“${relationName(value)}”`)
  const [kept, left] = [names(true), names(false)]
  if (left.length === 0) return 'all'
  if (kept.length === 0) return 'none'
  const words = leftOutInWords(left, kept)
  return `${words[0]!.toLowerCase()}${words.slice(1)}`
}
