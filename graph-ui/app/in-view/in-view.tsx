/**
 * The nodes in the picture as a list, so that everything can be reached without seeing or pointing. One entry can be
 * tabbed to, keys go on from there. Only what is in sight is drawn, however many there are.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { View, ViewNode } from '../../api/contract.ts'
import { Icon } from '../frame/icons.tsx'
import { opensMenu } from '../node-menu/opens-menu.ts'
import { communityProperty } from '../palette.ts'
import { type CommunityOf, communityIn } from '../state/communities.ts'
import { nearFocus } from '../state/focus.ts'
import type { Picture, Place } from '../state/picture.ts'
import { type Selection, selectedNodes } from '../state/selection.ts'
import { indexAfterKey, indexTyped } from './list-keys.ts'
import './in-view.css'

export interface InViewHandle {
  /** The pointer has come to a node of the canvas, or left it. */
  hover(key: string | null): void
}

interface InViewProps {
  view: View
  picture: Picture
  selection: Selection | null
  foundCommunities: CommunityOf
  /** Whether letters go to the next name that begins with them; they cannot where they are shortcuts. */
  lettersFind: boolean
  goToNode(key: string): void
  /** Adds a node to what is selected, or takes it out. */
  toggleNode(key: string): void
  expandNode(key: string): void
  openMenu(key: string, at: Place): void
  /** Marks a node on the canvas. */
  point(key: string | null): void
  ref: Ref<InViewHandle>
}

const rowHeight = 26
/** Drawn above and below what is in sight; a list of fewer is drawn as a whole. */
const overscan = 60
/** Letters typed faster than this belong together. */
const typingMs = 800

export function InView(props: InViewProps) {
  const {
    view,
    picture,
    selection,
    foundCommunities,
    lettersFind,
    goToNode,
    toggleNode,
    expandNode,
    openMenu,
    point,
    ref,
  } = props
  const nodes = useMemo(() => byWeight(view.nodes), [view.nodes])
  const indexes = useMemo(() => new Map(nodes.map(({ key }, index) => [key, index])), [nodes])
  const near = useMemo(() => nearFocus(view, picture.focus), [view, picture.focus])
  // The colours are those of the picture.
  const communityOf =
    picture.appearance.colour === 'community' ? communityIn(picture, foundCommunities) : null
  const selected = new Set(selectedNodes(selection))
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const active = (activeKey === null ? null : indexes.get(activeKey)) ?? 0
  const scroller = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    // What has the focus stays, wherever the list is scrolled to.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      return indexes.includes(active) ? indexes : [...indexes, active].sort((a, b) => a - b)
    },
  })

  useImperativeHandle(ref, () => ({ hover: setHovered }), [])
  const lastSelected = selectedNodes(selection).at(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection brings the list elsewhere
  useEffect(() => {
    const index = lastSelected === undefined ? undefined : indexes.get(lastSelected)
    if (lastSelected === undefined || index === undefined) return
    setActiveKey(lastSelected)
    virtual.scrollToIndex(index)
  }, [lastSelected])

  function focus(index: number): void {
    flushSync(() => setActiveKey(nodes[index]!.key))
    virtual.scrollToIndex(index)
    scroller.current
      ?.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"] button`)
      ?.focus({ preventScroll: true })
  }

  function onKeyDown(event: KeyboardEvent, key: string): void {
    if (event.defaultPrevented || event.altKey) return
    const withOthers = event.ctrlKey || event.metaKey || event.shiftKey
    if (withOthers && (event.key === 'Enter' || event.key === ' ')) toggleNode(key)
    else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
      const next = withOthers ? null : indexAfterKey(event.key, active, { count: nodes.length, page })
      const found = next ?? (lettersFind ? afterLetter(event) : null)
      if (found === null) return
      focus(found)
    }
    event.preventDefault()
  }

  function afterLetter({ key, ctrlKey, metaKey, timeStamp }: KeyboardEvent): number | null {
    if (key.length !== 1 || key === ' ' || ctrlKey || metaKey) return null
    const goesOn = timeStamp - typed.current.at < typingMs
    const names = nodes.map(({ name }) => name)
    const text = goesOn ? typed.current.text + key : key
    const found = indexTyped(names, text, active)
    // A letter that leads nowhere begins anew.
    typed.current = { text: found === null ? '' : text, at: timeStamp }
    return found
  }

  return (
    <section className="in-view" aria-label="In view">
      <h2>
        In view <span className="count">{nodes.length.toLocaleString('en')}</span>
      </h2>
      <div className="in-view-scroll" ref={scroller} onPointerLeave={() => point(null)}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const node = nodes[index]!
            const { key, name, type } = node
            const menu = opensMenu((at) => openMenu(key, at))
            return (
              <li
                key={key}
                aria-setsize={nodes.length}
                aria-posinset={index + 1}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <button
                  type="button"
                  tabIndex={index === active ? 0 : -1}
                  className={`type-${type} ${hovered === key ? 'in-view-hovered' : ''}`}
                  aria-current={selected.has(key)}
                  aria-description={stateOf(picture.pinned.has(key), near !== null && !near.has(key))}
                  onContextMenu={menu.onContextMenu}
                  onKeyDown={(event) => {
                    menu.onKeyDown(event)
                    onKeyDown(event, key)
                  }}
                  onClick={(event) => (isWithOthers(event) ? toggleNode(key) : goToNode(key))}
                  onDoubleClick={() => expandNode(key)}
                  onPointerEnter={() => point(key)}
                  onFocus={({ currentTarget }) => {
                    setActiveKey(key)
                    // Who clicks has the pointer there, and takes it away again.
                    if (currentTarget.matches(':focus-visible')) point(key)
                  }}
                  onBlur={() => point(null)}
                  title={name}
                >
                  <span
                    className="dot"
                    style={communityOf ? { background: `var(${communityProperty(communityOf(node))})` } : {}}
                  />
                  <span className="name">{name}</span>
                  {picture.pinned.has(key) && <Icon name="pin" />}
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

function byWeight(nodes: readonly ViewNode[]): readonly ViewNode[] {
  return [...nodes].sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1))
}

function isWithOthers({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey
}

/** What the canvas says of a node by its looks. */
function stateOf(isPinned: boolean, isDimmed: boolean): string | undefined {
  return [isPinned && 'pinned', isDimmed && 'dimmed'].filter(Boolean).join(', ') || undefined
}
