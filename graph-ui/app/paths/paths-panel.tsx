/** What leads from one concept to another: several ways, each a sentence with its evidence. */
import { useEffect, useRef, useState } from 'react'
import { type Predicate, predicates } from '../../../shared/vocabulary.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { Icon } from '../frame/icons.tsx'
import { ConceptPicker } from '../search/concept-picker.tsx'
import { FoundPaths } from './found-paths.tsx'
import { RelationChoice } from './relation-choice.tsx'
import { useEnds } from './use-ends.ts'
import './paths.css'

const limits = [3, 5, 10, 20]

export default function PathsPanel({ exploration, goToNode, about }: DeskPanelProps) {
  const [{ from, to }, setEnds] = useEnds(exploration, about)
  const [limit, setLimit] = useState(5)
  const [leftOut, setLeftOut] = useState<ReadonlySet<Predicate>>(new Set())
  const present = (exploration.stats?.relations ?? []).flatMap(({ type, count }) => {
    const relation = predicates.find((predicate) => predicate === type)
    return relation === undefined || count === 0 ? [] : [{ value: relation, count }]
  })
  const relations = predicates.filter((relation) => !leftOut.has(relation))
  const fromInput = useRef<HTMLInputElement>(null)
  const toInput = useRef<HTMLInputElement>(null)
  // The focus comes here when the panel is opened, not later.
  useEffect(() => (about.length === 1 ? toInput : fromInput).current?.focus(), [about])
  return (
    <div className="paths">
      <form
        className="paths-ends"
        aria-label="Ends of the paths"
        onSubmit={(event) => event.preventDefault()}
      >
        <ConceptPicker
          label="From"
          input={fromInput}
          picked={from}
          pick={(concept) => setEnds({ from: concept, to })}
        />
        <button
          type="button"
          className="icon-button"
          aria-label="Swap the ends"
          title="Swap the ends"
          disabled={from === null && to === null}
          onClick={() => setEnds({ from: to, to: from })}
        >
          <Icon name="swap" />
        </button>
        <ConceptPicker
          label="To"
          input={toInput}
          picked={to}
          pick={(concept) => setEnds({ from, to: concept })}
        />
        <RelationChoice relations={present} leftOut={leftOut} change={setLeftOut} />
        <label className="paths-limit">
          At most{' '}
          <select value={limit} onChange={(event) => setLimit(Number(event.target.value))}>
            {limits.map((count) => (
              <option key={count} value={count}>
                {count} paths
              </option>
            ))}
          </select>
        </label>
      </form>
      <div className="paths-found">
        {from === null || to === null ? (
          <p className="note">Choose two concepts to read what leads from one to the other.</p>
        ) : from.key === to.key ? (
          <p className="note">Both ends are {from.name}. Choose another concept for one of them.</p>
        ) : present.length > 0 && present.every(({ value }) => leftOut.has(value)) ? (
          <p className="note">All relations are left out. Choose those that paths may use.</p>
        ) : (
          <FoundPaths
            from={from}
            to={to}
            options={{ limit, relations }}
            isOpenToAll={leftOut.size === 0}
            exploration={exploration}
            goToNode={goToNode}
          />
        )}
      </div>
    </div>
  )
}
