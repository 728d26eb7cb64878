/** The command log and the selection as React state, with the actions that need the server. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DrawnType, Stats } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { ApiError } from '../api/request.ts'
import type { Selection } from '../sigma/graph-canvas.ts'
import { type CommandLog, emptyLog, goTo, perform, pictureOf } from './command-log.ts'
import { filteredView } from './filtered.ts'
import type { Command } from './picture.ts'

export interface Exploration {
  log: CommandLog
  selection: Selection | null
  stats: Stats | null
  /** What is being fetched, in a few words; null when nothing is. */
  busy: string | null
  failure: ApiError | null
  do(command: Command): void
  goTo(step: number): void
  select(selection: Selection | null): void
  /** Shows the neighbourhood of a node instead of what is shown. */
  open(key: string, name: string): void
  /** Adds the neighbours of a node to what is shown; those of one relation, or what a first look needs. */
  expand(key: string, name: string, relation: DrawnType | null): void
  openLandscape(): void
  dismissFailure(): void
}

export function useExploration(): Exploration {
  const [log, setLog] = useState<CommandLog>(emptyLog)
  const [selection, select] = useState<Selection | null>(null)
  const [stats, setStats] = useState<Stats | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)

  const act = useCallback((command: Command) => setLog((before) => perform(before, command)), [])

  const fetching = useCallback(async (what: string, work: () => Promise<void>) => {
    setBusy(what)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError(String(error), 0, null))
    } finally {
      setBusy(null)
    }
  }, [])

  const openLandscape = useCallback(
    () =>
      void fetching('Drawing the landscape', async () => {
        const [landscape, counts] = await Promise.all([api.landscape(), api.stats()])
        setStats(counts)
        select(null)
        const { communities, ...view } = landscape
        const concepts = counts.concepts.reduce((sum, { count }) => sum + count, 0)
        const scope = { kind: 'landscape', concepts } as const
        act({ kind: 'show', title: 'Landscape', view, communities, scope })
      }),
    [act, fetching],
  )

  useEffect(openLandscape, [openLandscape])

  const open = useCallback(
    (key: string, name: string) =>
      void fetching(`Opening ${name}`, async () => {
        const { types, total, ...view } = await api.neighbourhood(key, null, [])
        const scope = { kind: 'around', key, name, relation: null, types, total } as const
        act({ kind: 'show', title: name, view, communities: [], scope })
        select({ kind: 'node', key })
      }),
    [act, fetching],
  )

  const picture = pictureOf(log)
  const expand = useCallback(
    (key: string, name: string, relation: DrawnType | null) =>
      void fetching(`Expanding ${name}`, async () => {
        const present = [...picture.nodes.values()].map((node) => ({ key: node.key, x: node.x, y: node.y }))
        const asked = relation === null ? null : [relation]
        const { types, total, ...view } = await api.neighbourhood(key, asked, present)
        const scope = { kind: 'around', key, name, relation, types, total } as const
        act({ kind: 'expand', name, relation, view, scope })
        select({ kind: 'node', key })
      }),
    [act, fetching, picture],
  )

  return useMemo(
    () => ({
      log,
      selection: stillShown(selection, log),
      stats,
      busy,
      failure,
      do: act,
      goTo: (step: number) => setLog((before) => goTo(before, step)),
      select,
      open,
      expand,
      openLandscape,
      dismissFailure: () => setFailure(null),
    }),
    [log, selection, stats, busy, failure, act, open, expand, openLandscape],
  )
}

/** What is no longer in the picture cannot stay selected, except a paper, which can be read from anywhere. */
function stillShown(selection: Selection | null, log: CommandLog): Selection | null {
  if (selection === null) return null
  const picture = pictureOf(log)
  if (selection.kind === 'edge') {
    return filteredView(picture).edges.some(({ key }) => key === selection.key) ? selection : null
  }
  return selection
}
