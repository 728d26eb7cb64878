/** What happens on the canvas, in words: title, work in progress, failures, emptiness. */
import { mostInEverything } from '../../api/everything-size.ts'
import { api } from '../api/index.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import { countNeighbours, isFiltered } from '../state/filtered.ts'
import type { Picture } from '../state/picture.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { Icon } from './icons.tsx'
import { TokenForm } from './token-form.tsx'
import { useLasting } from './use-lasting.ts'
import './canvas-status.css'

interface CanvasStatusProps {
  exploration: Exploration
  /** Whether the page is about to be held up by drawing. */
  isDrawing: boolean
}

export function CanvasStatus({ exploration, isDrawing }: CanvasStatusProps) {
  const { work, failure, log, picture, view } = exploration
  const waiting = useLasting(work.at(-1) ?? null)
  const sign = isDrawing ? 'Drawing the picture' : waiting
  return (
    <>
      {picture.title !== '' && (
        <div className="picture-title">
          <h1>{picture.title}</h1>
          <span>
            {countOf(view.nodes.length, 'node')}, {countOf(view.edges.length, 'edge')}
          </span>
          <Beyond exploration={exploration} />
        </div>
      )}
      {sign !== null && (
        <p className="busy" role="status">
          <i className="spinner" />
          {sign}
        </p>
      )}
      {failure !== null && failure.status === 401 && (
        <TokenForm retry={() => void exploration.openAddress(location.hash)} />
      )}
      {failure !== null && failure.status !== 401 && (
        <div className="failure" role="alert">
          <p>{failure.message}</p>
          {log.steps.length === 0 && (
            <button type="button" onClick={() => void exploration.openAddress(location.hash)}>
              Try again
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label="Dismiss"
            onClick={exploration.dismissFailure}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {view.nodes.length === 0 && isFiltered(picture) && (
        <p className="stage-note">
          Everything here is left out or hidden.{' '}
          <button
            type="button"
            className="show-more"
            onClick={() => exploration.do({ kind: 'clear-filters' })}
          >
            Show it
          </button>
        </p>
      )}
    </>
  )
}

/** What the picture leaves out, and a way to more of it. */
function Beyond({ exploration }: { exploration: Exploration }) {
  const { picture, expand, showFetched } = exploration
  const { scope } = picture
  if (scope === null) return null
  if (scope.kind === 'landscape') {
    const shown = countConcepts(picture)
    if (shown >= scope.concepts) return null
    return (
      <span>
        the strongest of {countOf(scope.concepts, 'concept')}{' '}
        {scope.concepts <= mostInEverything && (
          <button
            type="button"
            className="show-more"
            title="All concepts at once: an overview of how much there is, hard to read"
            onClick={() => showFetched('Everything', { kind: 'nodes' }, api.everything)}
          >
            Show everything ({scope.concepts.toLocaleString('en')})
          </button>
        )}
      </span>
    )
  }
  const { key, name, relation, direction, types, total } = scope
  const shown = countNeighbours(picture, key, types)
  if (shown >= total) return null
  const what =
    relation === null || relation === 'all'
      ? 'neighbours'
      : `“${relationName(relation, direction === 'in' ? 'in' : 'out')}”`
  return (
    <span>
      {shown.toLocaleString('en')} of {total.toLocaleString('en')} {what} of {name}{' '}
      <button type="button" className="show-more" onClick={() => expand(key, name, relation, direction)}>
        Show more
      </button>
    </span>
  )
}

function countConcepts({ nodes }: Picture): number {
  return [...nodes.keys()].filter((key) => key.startsWith('Concept/')).length
}
