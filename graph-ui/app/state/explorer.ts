/**
 * What the page knows and does, without React: the command log, the selection, and the requests that lead to commands.
 * A request that replaces the picture ends the one before it; an expansion whose node is gone when it answers is dropped.
 */
import type { Directions, DrawnType, View } from '../../api/contract.ts'
import type { Statement } from '../api/cypher.ts'
import type { Api } from '../api/index.ts'
import { ApiError, messageOf } from '../api/request.ts'
import type { DeskPanelId } from '../frame/desk-panels.ts'
import { drawnRelations } from '../relation-names.ts'
import { emptyLog, goTo, perform, select } from './command-log.ts'
import type { Command } from './commands/index.ts'
import { type FoundCommunities, noneFound } from './communities.ts'
import type { DeskPart, ExplorerState, Notice } from './explorer-state.ts'
import { filteredView, nothingKnown, type Venues } from './filtered.ts'
import { BadLinkError, decodeView, holdsView } from './link.ts'
import type { LinkApi } from './open-link.ts'
import { type Followed, type Picture, placeOf, type Source } from './picture.ts'
import { type Selection, selectedNodes, selectionOf } from './selection.ts'

export interface ExplorerActions {
  /** How things stand now, which after a wait may be otherwise than when it began. */
  state(): ExplorerState
  /** @param gesture a number from `beginGesture` where several commands are one step */
  do(command: Command, gesture?: number): void
  beginGesture(): number
  undo(): void
  redo(): void
  goTo(step: number): void
  select(selection: Selection | null): void
  openLandscape(): void
  /**
   * Shows what the hash of an address holds: the view of a link, or else the landscape.
   * @returns when the server has been asked for it
   */
  openAddress(hash: string): Promise<void>
  /** Shows the neighbourhood of a node instead of what is shown. */
  open(key: string, name: string): void
  /** Adds the neighbours of a node to what is shown: those of one relation and direction, of all, or what a first look needs. */
  expand(key: string, name: string, relation?: Followed, direction?: Directions): void
  /** Shows a view that something else has fetched. */
  show(title: string, source: Source, view: View): void
  /**
   * Fetches a view and shows it, unless something else was asked for meanwhile.
   * @param edge key of an edge that is selected then, where the view has it
   */
  showFetched(
    title: string,
    source: Source,
    fetchView: (signal: AbortSignal) => Promise<View>,
    edge?: string,
  ): void
  /** Does some work with its sign and its failure told; what it throws when ended is not. */
  working(what: string, work: (signal: AbortSignal) => Promise<void>, signal?: AbortSignal): Promise<void>
  setVenues(venues: Venues): void
  /** Communities are kept with the nodes in which they were found. */
  setCommunities(found: FoundCommunities): void
  dismissFailure(): void
  /** Says something; null takes it away. */
  tell(notice: Notice | null): void
  /** @param about keys of nodes that the panel is to start with */
  openDesk(panel: DeskPanelId, about?: readonly string[], part?: DeskPart): void
  closeDesk(): void
  setQuery(query: Statement | null): void
}

export interface Explorer extends ExplorerActions {
  /**
   * @param changed told of every change, and whether the panels may wait until it is drawn: nobody is typing there
   * @returns what ends the subscription
   */
  subscribe(changed: (mayWait: boolean) => void): () => void
}

/** What the view is made of; whatever else changes leaves it as it is. */
const partsOfView = ['nodes', 'edges', 'places', 'hidden', 'filters', 'communities'] as const

export function createExplorer(api: LinkApi & Pick<Api, 'stats'>): Explorer {
  let state: ExplorerState = {
    log: emptyLog,
    picture: emptyLog.picture,
    view: { nodes: [], edges: [] },
    venues: new Map(),
    found: noneFound,
    known: nothingKnown,
    selection: null,
    stats: null,
    work: [],
    failure: null,
    desk: null,
    query: null,
    camera: null,
    notice: null,
  }
  const foundIn = new WeakMap<Picture['nodes'], FoundCommunities>()
  const listeners = new Set<(mayWait: boolean) => void>()
  let gestures = 0
  let replacing = new AbortController()

  function set(change: Partial<ExplorerState>, mayWait = false): void {
    const before = state
    state = { ...state, ...change }
    const { picture } = state.log
    // What grew out of a picture keeps the communities of that until its own have been found.
    const kept = picture.showing === before.picture.showing ? before.found : noneFound
    const found = foundIn.get(picture.nodes) ?? kept
    const isKnown = state.venues === before.venues && found === before.found
    const known = isKnown ? before.known : { venues: state.venues, communityOf: found.communityOf }
    const isSameView = isKnown && partsOfView.every((part) => picture[part] === before.picture[part])
    const view = isSameView ? before.view : filteredView(picture, known)
    state = { ...state, picture, found, known, view }
    if (view !== before.view || state.selection !== before.selection)
      state = { ...state, selection: stillShown(state.selection, state) }
    for (const changed of listeners) changed(mayWait)
  }

  function act(
    command: Command,
    selection: Selection | null,
    { gesture = null, mayWait = false }: { gesture?: number | null; mayWait?: boolean } = {},
  ): void {
    // What was said of a picture goes with it.
    const notice = command.kind === 'show' ? null : state.notice
    set({ log: perform(state.log, command, { gesture, selection }), selection, notice }, mayWait)
  }

  async function working(
    what: string,
    work: (signal: AbortSignal) => Promise<void>,
    signal = new AbortController().signal,
  ): Promise<void> {
    set({ work: [...state.work, what], failure: null })
    try {
      await work(signal)
    } catch (error) {
      if (!signal.aborted) set({ failure: asFailure(error) }, true)
    } finally {
      const at = state.work.indexOf(what)
      set({ work: state.work.filter((_, i) => i !== at) }, true)
    }
  }

  /** Work whose result takes the place of the picture: only the last one asked for does. */
  function replacingWith(what: string, work: (signal: AbortSignal) => Promise<void>): void {
    replacing.abort()
    replacing = new AbortController()
    void working(what, work, replacing.signal)
  }

  async function showLandscape(signal: AbortSignal): Promise<void> {
    const [landscape, stats] = await Promise.all([api.landscape(signal), api.stats(signal)])
    if (signal.aborted) return
    const { communities, ...view } = landscape
    const concepts = stats.concepts.reduce((sum, { count }) => sum + count, 0)
    set({ stats })
    const scope = { kind: 'landscape', concepts } as const
    const source = { kind: 'landscape' } as const
    act({ kind: 'show', title: 'Landscape', source, view, communities, scope }, null)
  }

  /**
   * @param asked called when the server has been asked, or will not be
   * @throws BadLinkError once the landscape is shown instead
   */
  async function showLink(hash: string, signal: AbortSignal, asked: () => void): Promise<void> {
    try {
      const [{ openLink }, saved] = await Promise.all([import('./open-link.ts'), decodeView(hash)])
      const answers = Promise.all([openLink(saved, api, signal), api.stats(signal)])
      asked()
      const [{ command, selection, ...opened }, stats] = await answers
      if (signal.aborted) return
      set({ ...opened, stats, selection, log: perform(state.log, command, { selection }) })
    } catch (error) {
      asked()
      if (error instanceof BadLinkError && !signal.aborted) await showLandscape(signal)
      throw error
    }
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    do: (command, gesture) => act(command, state.selection, { gesture: gesture ?? null }),
    beginGesture: () => ++gestures,
    undo: () => travel(state.log.at - 1),
    redo: () => travel(state.log.at + 1),
    goTo: travel,
    select: (selection) => set({ selection, log: select(state.log, selection) }),
    openLandscape: () => replacingWith('Drawing the landscape', showLandscape),
    openAddress(hash) {
      return new Promise((asked) => {
        if (holdsView(hash)) replacingWith('Opening the link', (signal) => showLink(hash, signal, asked))
        else {
          replacingWith('Drawing the landscape', showLandscape)
          asked()
        }
      })
    },
    open: (key, name) =>
      replacingWith(`Opening ${name}`, async (signal) => {
        const { types, total, ...view } = await api.neighbourhood(
          { key, types: null, direction: 'both', present: [] },
          signal,
        )
        if (signal.aborted) return
        const scope = { kind: 'around', key, name, relation: null, direction: 'both', types, total } as const
        const source = { kind: 'around', key } as const
        act({ kind: 'show', title: name, source, view, communities: [], scope }, { kind: 'node', key })
      }),
    expand: (key, name, relation = null, direction = 'both') =>
      void working(`Expanding ${name}`, async (signal) => {
        const { picture } = state
        const present = [...picture.nodes.values()].map((node) => {
          const { x, y } = placeOf(picture, node)
          return { key: node.key, x, y }
        })
        const { types, total, ...view } = await api.neighbourhood(
          { key, types: typesOf(relation), direction, present },
          signal,
        )
        const isElsewhere = state.picture.beginning !== picture.beginning
        if (isElsewhere || (picture.nodes.has(key) && !state.picture.nodes.has(key))) return
        const scope = { kind: 'around', key, name, relation, direction, types, total } as const
        const command = { kind: 'expand', key, name, relation, direction, view, scope } as const
        act(command, { kind: 'node', key }, { mayWait: true })
      }),
    show(title, source, view) {
      replacing.abort()
      act({ kind: 'show', title, source, view, communities: [], scope: null }, null)
    },
    showFetched: (title, source, fetchView, edge) =>
      replacingWith(`Opening ${title}`, async (signal) => {
        const { nodes, edges } = await fetchView(signal)
        if (signal.aborted) return
        const selected = edges.find(({ key }) => key === edge)
        act(
          { kind: 'show', title, source, view: { nodes, edges }, communities: [], scope: null },
          selected ? { kind: 'edge', key: selected.key } : null,
        )
      }),
    working,
    setVenues: (venues) => set({ venues }),
    setCommunities(found) {
      if (found.nodes !== null) foundIn.set(found.nodes, found)
      set({})
    },
    dismissFailure: () => set({ failure: null }),
    tell: (notice) => set({ notice }),
    openDesk: (panel, about = [], part) => set({ desk: { panel, about, part } }),
    closeDesk: () => set({ desk: null }),
    setQuery: (query) => set({ query }),
  }

  function travel(step: number): void {
    const log = goTo(state.log, step)
    set({ log, selection: log.steps[log.at - 1]?.selection ?? null })
  }
}

/** The relations that the server is to follow; null for those that a first look needs. */
function typesOf(relation: Followed): DrawnType[] | null {
  if (relation === null) return null
  return relation === 'all' ? [...drawnRelations] : [relation]
}

function asFailure(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(messageOf(error), 0, null)
}

/** An edge, or one of several nodes, that is no longer shown cannot stay selected; a single node can be read from anywhere. */
function stillShown(selection: Selection | null, { view }: ExplorerState): Selection | null {
  if (selection?.kind === 'edge')
    return view.edges.some(({ key }) => key === selection.key) ? selection : null
  if (selection?.kind !== 'nodes') return selection
  const shown = new Set(view.nodes.map(({ key }) => key))
  const keys = selectedNodes(selection).filter((key) => shown.has(key))
  return keys.length === selection.keys.length ? selection : selectionOf(keys)
}
