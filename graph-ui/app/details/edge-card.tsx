/** What papers say of an edge on which the pointer rests. Readers get the same from the connections of its ends. */
import { type Ref, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import type { Evidence, Stats, View, ViewEdge } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { placeWithin } from '../node-menu/place-within.ts'
import { useResting } from '../node-menu/use-resting.ts'
import { yearRange } from '../numbers.ts'
import { drawnRelations, relationName } from '../relation-names.ts'
import type { Place } from '../state/picture.ts'
import { summaryOf, summaryOfEdge } from './summary.ts'
import { useLoaded } from './use-loaded.ts'
import '../node-menu/hover-card.css'

export interface EdgeCardHandle {
  /** The pointer is on an edge, at a place of the page, or has left it. */
  hover(edge: { key: string; at: Place } | null): void
}

interface EdgeCardProps {
  view: View
  /** What the graph is known to hold: with another one its sentences are counted anew. */
  version: Stats | null
  ref: Ref<EdgeCardHandle>
}

/** So far from the pointer. */
const distance = { x: 14, y: 16 }

export function EdgeCard({ view, version, ref }: EdgeCardProps) {
  const [shown, rest] = useResting<{ key: string; at: Place }>()
  const over = useRef<string | null>(null)
  const pointer = useRef<Place>({ x: 0, y: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is does not matter, only that it is another
  const known = useMemo(() => new Map<string, Evidence>(), [version])
  useImperativeHandle(ref, () => ({
    hover(edge) {
      if (edge !== null) pointer.current = edge.at
      if (over.current === (edge?.key ?? null)) return
      over.current = edge?.key ?? null
      rest(edge && (() => ({ key: edge.key, at: pointer.current })))
    },
  }))
  const edge = shown && view.edges.find(({ key }) => key === shown.key)
  if (!edge) return null
  const nameOf = (end: string) => view.nodes.find(({ key }) => key === end)?.name ?? ''
  const at = { x: shown.at.x + distance.x, y: shown.at.y + distance.y }
  return (
    <Card
      key={edge.key}
      edge={edge}
      from={nameOf(edge.source)}
      to={nameOf(edge.target)}
      at={at}
      known={known}
    />
  )
}

interface CardProps {
  edge: ViewEdge
  from: string
  to: string
  at: Place
  /** Evidence that was fetched before, by the key of the edge. */
  known: Map<string, Evidence>
}

function Card({ edge, from, to, at, known }: CardProps) {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (card.current) placeWithin(card.current, at)
  })
  const isDrawn = drawnRelations.some((relation) => relation === edge.type)
  const facts = [
    yearRange(edge.firstYear, edge.lastYear),
    edge.confidence !== null && `${Math.round(100 * edge.confidence)} % sure`,
  ].filter(Boolean)
  return (
    <div ref={card} className="hover-card edge-card" aria-hidden="true">
      <p className="kind relation" data-relation={edge.type}>
        {relationName(edge.type)}
      </p>
      {isDrawn ? (
        <Summary edge={edge} from={from} to={to} known={known} />
      ) : (
        <p>{`${from} ${relationName(edge.type)} ${to}`}</p>
      )}
      {facts.length > 0 && <p className="note">{facts.join(' · ')}</p>}
    </div>
  )
}

/** At first what the picture knows, then also who says the reverse, which is another edge. */
function Summary({ edge, from, to, known }: Omit<CardProps, 'at'>) {
  const loaded = useLoaded(edge.key, async (signal) => {
    const evidence = known.get(edge.key) ?? (await api.evidence(edge, { limit: 1, offset: 0 }, signal))
    known.set(edge.key, evidence)
    return evidence
  })
  const summary = loaded.state === 'ready' ? summaryOf(loaded.value) : null
  return (
    <>
      {edge.source.startsWith('Paper/') ? (
        <>
          <p>{`${from} ${relationName(edge.type)} ${to}`}</p>
          {summary && <p className="note">{summary}</p>}
        </>
      ) : (
        <p>{summary ?? summaryOfEdge(edge, from, to)}</p>
      )}
      {loaded.state === 'failed' && <p className="failed">{loaded.message}</p>}
    </>
  )
}
