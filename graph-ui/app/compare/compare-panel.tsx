/** Two methods or more side by side: what they are used with, and who is said to outperform whom. */
import { useState } from 'react'
import { mostCompared } from '../../api/comparison-size.ts'
import type { ConceptReference } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { WhenLoaded } from '../details/loading.tsx'
import { useLoaded } from '../details/use-loaded.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { Icon } from '../frame/icons.tsx'
import { conceptOf } from '../search/concept-of.ts'
import { ConceptPicker } from '../search/concept-picker.tsx'
import { selectedNodes } from '../state/selection.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { comparedCells, duelCells } from './copied-tables.ts'
import { CopyTable } from './copy-table.tsx'
import { Duels } from './duels.tsx'
import { useAbout } from './use-about.ts'
import './compare.css'
import './tables.css'

export default function ComparePanel(props: DeskPanelProps) {
  const { exploration, goToNode } = props
  const [concepts, setConcepts] = useState<readonly ConceptReference[]>([])
  const find = (keys: readonly string[], use: (found: readonly ConceptReference[]) => void) =>
    void exploration.working('Opening the comparison', async (signal) =>
      use(await Promise.all(comparable(keys).map((key) => conceptOf(exploration, key, signal)))),
    )
  useAbout(props.about, (keys) => find(keys, setConcepts))

  const selected = comparable(selectedNodes(exploration.selection)).filter(
    (key) => !concepts.some((known) => known.key === key),
  )
  const isFull = concepts.length >= mostCompared
  const add = (added: readonly ConceptReference[]) => {
    const fresh = added.filter(({ key }) => !concepts.some((known) => known.key === key))
    setConcepts([...concepts, ...fresh].slice(0, mostCompared))
  }
  return (
    <div className="compare-panel">
      <div className="compared">
        {concepts.length > 0 && (
          <ul aria-label="Compared">
            {concepts.map((concept) => (
              <li key={concept.key} className={`compared-chip type-${concept.type}`}>
                <span className="dot" />
                <span>{concept.name}</span>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Leave out ${concept.name}`}
                  onClick={() => setConcepts(concepts.filter(({ key }) => key !== concept.key))}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
        {isFull ? (
          <p className="note">No more than {mostCompared} at once.</p>
        ) : (
          <ConceptPicker label="Add" picked={null} pick={(concept) => concept && add([concept])} />
        )}
        <button
          type="button"
          className="text-button"
          disabled={selected.length === 0 || isFull}
          onClick={() => find(selected, add)}
        >
          Add the selected
        </button>
      </div>
      {concepts.length < 2 ? (
        <p className="note compare-hint">
          Choose two methods or more: by name, or select them in the picture and add them.
        </p>
      ) : (
        <Compared
          key={JSON.stringify(concepts.map(({ key }) => key))}
          concepts={concepts}
          exploration={exploration}
          goToNode={goToNode}
        />
      )}
    </div>
  )
}

function Compared({
  concepts,
  exploration,
  goToNode,
}: Pick<DeskPanelProps, 'exploration' | 'goToNode'> & { concepts: readonly ConceptReference[] }) {
  const keys = concepts.map(({ key }) => key)
  const loaded = useLoaded(JSON.stringify(keys), (signal) => api.compare(keys, signal))
  return (
    <div className="compare-scroll">
      <WhenLoaded loaded={loaded}>
        {(comparison) => (
          <>
            <div className="copied-table">
              <CopyTable table="the comparison" rows={comparedCells(comparison)} />
              <ComparisonTable comparison={comparison} exploration={exploration} goToNode={goToNode} />
            </div>
            <div className="copied-table">
              {comparison.duels.length > 0 && (
                <CopyTable table="who outperforms whom" rows={duelCells(comparison)} />
              )}
              <Duels comparison={comparison} exploration={exploration} goToNode={goToNode} />
            </div>
          </>
        )}
      </WhenLoaded>
    </div>
  )
}

/** Only concepts can be compared. */
function comparable(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith('Concept/')).slice(0, mostCompared)
}
