/** The side panel: an edge's evidence, a concept, a paper, or what the graph holds. */
import { useState } from 'react'
import type { ViewNode } from '../../api/contract.ts'
import type { ActionContext } from '../actions/action.ts'
import { hide, onlyThis } from '../actions/node-actions.ts'
import { ActionButton } from '../frame/action-button.tsx'
import { Icon } from '../frame/icons.tsx'
import { keepingFocus } from '../frame/keep-focus.ts'
import { below } from '../node-menu/opens-menu.ts'
import type { Place } from '../state/picture.ts'
import type { Selection } from '../state/selection.ts'
import { ClaimDetails } from './claim-details.tsx'
import { ConceptDetails } from './concept-details.tsx'
import { Connections } from './connections.tsx'
import { EdgeDetails } from './edge-details.tsx'
import { Overview } from './overview.tsx'
import { PaperDetails } from './paper-details.tsx'
import { SelectionDetails } from './selection-details.tsx'
import { takeLostFocus } from './take-lost-focus.ts'
import './details.css'

interface DetailsPanelProps {
  /** About what is selected. */
  context: ActionContext
  /** Selects a node and brings it into sight. */
  goToNode(key: string): void
  openMenu(key: string, at: Place): void
}

/** @param isAboveDesk whether they are read from the desk, which in a narrow window would cover them */
export function DetailsPanel({
  context,
  isAboveDesk,
  goToNode,
  openMenu,
}: DetailsPanelProps & { isAboveDesk: boolean }) {
  const { exploration } = context
  const { selection } = exploration
  const [tall, setTall] = useState(false)
  const looks = [
    'details',
    selection !== null && 'details-open',
    tall && 'details-tall',
    isAboveDesk && 'details-above-desk',
  ]
  return (
    <aside className={looks.filter(Boolean).join(' ')} aria-label="Details" tabIndex={-1}>
      <button
        type="button"
        className="icon-button only-narrow enlarge"
        aria-label={tall ? 'Make details smaller' : 'Enlarge details'}
        onClick={() => setTall(!tall)}
      >
        <Icon name={tall ? 'down' : 'up'} />
      </button>
      {selection !== null && (
        <button
          type="button"
          className="icon-button close"
          aria-label="Close details"
          onClick={() => keepingFocus(() => exploration.select(null))}
        >
          <Icon name="close" />
        </button>
      )}
      <div className="details-scroll" key={selectionName(selection)}>
        <Content context={context} goToNode={goToNode} openMenu={openMenu} selection={selection} />
      </div>
    </aside>
  )
}

function Content({
  context,
  goToNode,
  openMenu,
  selection,
}: DetailsPanelProps & { selection: Selection | null }) {
  const { exploration } = context
  const { picture } = exploration
  if (selection === null) {
    return (
      <Overview
        stats={exploration.stats}
        communities={picture.communities}
        find={goToNode}
        addPapers={() => exploration.openDesk('papers')}
      />
    )
  }
  if (selection.kind === 'edge') {
    const edge = picture.edges.get(selection.key)
    const from = edge && picture.nodes.get(edge.source)
    const to = edge && picture.nodes.get(edge.target)
    const claim = edge && [edge.source, edge.target].find((key) => key.startsWith('Claim/'))
    if (claim) return <ClaimDetails claimKey={claim} exploration={exploration} goToNode={goToNode} />
    return edge && from && to ? <EdgeDetails edge={edge} from={from} to={to} select={goToNode} /> : null
  }
  if (selection.kind === 'nodes')
    return <SelectionDetails context={context} keys={selection.keys} goToNode={goToNode} />
  if (selection.kind === 'claim')
    return <ClaimDetails claimKey={selection.key} exploration={exploration} goToNode={goToNode} />
  return <NodeContent context={context} goToNode={goToNode} openMenu={openMenu} nodeKey={selection.key} />
}

function NodeContent({ context, goToNode, openMenu, nodeKey }: DetailsPanelProps & { nodeKey: string }) {
  const { exploration } = context
  const node = exploration.picture.nodes.get(nodeKey)
  const below = node && (
    <>
      <NodeActions node={node} context={context} openMenu={openMenu} />
      <Connections
        node={node}
        view={exploration.view}
        selectEdge={(key) => exploration.select({ kind: 'edge', key })}
      />
    </>
  )
  if (nodeKey.startsWith('Claim/'))
    return (
      <ClaimDetails claimKey={nodeKey} exploration={exploration} goToNode={goToNode}>
        {below}
      </ClaimDetails>
    )
  return (
    <article aria-label={node?.name ?? 'Selected'} tabIndex={-1} ref={takeLostFocus}>
      {nodeKey.startsWith('Concept/') ? (
        <ConceptDetails conceptKey={nodeKey} exploration={exploration} select={goToNode}>
          {below}
        </ConceptDetails>
      ) : nodeKey.startsWith('Paper/') ? (
        <PaperDetails paperKey={nodeKey} exploration={exploration}>
          {below}
        </PaperDetails>
      ) : (
        <header className="headline">
          <p className="kind">{node?.type}</p>
          <h2>{node?.name}</h2>
        </header>
      )}
    </article>
  )
}

function NodeActions({
  node,
  context,
  openMenu,
}: Pick<DetailsPanelProps, 'context' | 'openMenu'> & { node: ViewNode }) {
  const { exploration } = context
  return (
    <div className="node-actions">
      <button type="button" onClick={() => exploration.expand(node.key, node.name)}>
        <Icon name="expand" /> Expand
      </button>
      <ActionButton action={onlyThis} context={context} icon="fit" isNamed />
      <ActionButton action={hide} context={context} icon="hide" isNamed />
      {node.type === 'Dataset' && (
        <button type="button" onClick={() => exploration.openDesk('leaderboard', [node.key])}>
          <Icon name="compare" /> Leaderboard
        </button>
      )}
      {node.key.startsWith('Concept/') && (
        <button type="button" onClick={() => exploration.openDesk('paths', [node.key])}>
          <Icon name="path" /> Paths
        </button>
      )}
      <button
        type="button"
        aria-label="More"
        title="More"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => openMenu(node.key, below(currentTarget))}
      >
        <Icon name="more" />
      </button>
    </div>
  )
}

/** Changes where something else is selected: the panel begins at its top. */
function selectionName(selection: Selection | null): string {
  if (selection === null) return ''
  return selection.kind === 'nodes' ? 'nodes' : selection.key
}
