/** Layouts of what is shown: computed in the worker, shown on the way, and one step when they are done. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { View } from '../../api/contract.ts'
import type { Places } from '../../layout/graph.ts'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { arrangementNames } from '../state/commands/arrange.ts'
import type { Arrangement, Picture } from '../state/picture.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { ask, stream } from '../worker/client.ts'
import { type PlaceArray, placeArray, placesFrom } from '../worker/place-arrays.ts'

export type Layout = Arrangement | 'no-overlap'
type ComputedLayout = Exclude<Layout, 'own'>

/** Why a run ends early: a person has seen enough, and what has come so far is kept. */
const enough = new Error('stopped')

interface Arranging {
  /** The layout that is being computed. */
  running: Layout | null
  start(layout: Layout): void
  /** Ends the run and keeps what it has come to. */
  stop(): void
}

export function useArrangement(exploration: Exploration, canvas: RefObject<GraphCanvas | null>): Arranging {
  const { picture, view } = exploration
  const [running, setRunning] = useState<Layout | null>(null)
  const [finished, setFinished] = useState(0)
  const run = useRef<AbortController | null>(null)
  const latest = useRef(exploration)
  latest.current = exploration
  useFit(picture, finished, canvas)

  /** Lets go of the run and of what it has come to. */
  function drop(): void {
    run.current?.abort()
    run.current = null
    setRunning(null)
  }

  // Who puts nodes elsewhere meanwhile, or shows others, wants those places.
  const { showing, nodes, places } = picture
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what a run began with
  useEffect(() => drop, [showing, nodes, places])

  function finish(layout: Layout, arranged: Places): void {
    run.current = null
    setRunning(null)
    setFinished((before) => before + 1)
    const { arrangement, pinned } = latest.current.picture
    // Here first: the picture then finds its nodes where they belong, and can be fitted.
    canvas.current?.place(free(arranged, pinned))
    exploration.do(
      layout === 'no-overlap'
        ? { kind: 'arrange', arrangement, places: arranged, words: 'No overlap' }
        : { kind: 'arrange', arrangement: layout, places: arranged },
    )
  }

  async function compute(layout: ComputedLayout): Promise<void> {
    const controller = new AbortController()
    run.current = controller
    setRunning(layout)
    const shown = view.nodes
    const come: { places: Places | null; isAll: boolean } = { places: null, isAll: false }
    let frame: number | null = null
    const showSoon = (part: PlaceArray) => {
      come.places = placesFrom(shown, part)
      frame ??= requestAnimationFrame(() => {
        frame = null
        canvas.current?.place(free(come.places!, latest.current.picture.pinned))
      })
    }
    await exploration.working(
      signs[layout],
      async (signal) => {
        try {
          come.places = placesFrom(shown, await answerOf(layout, view, picture, showSoon, signal))
          come.isAll = true
        } finally {
          if (frame !== null) cancelAnimationFrame(frame)
        }
      },
      controller.signal,
    )
    const isKept = come.isAll || controller.signal.reason === enough
    if (run.current === controller && isKept && come.places !== null) return finish(layout, come.places)
    if (run.current === controller) drop()
    if (run.current === null) canvas.current?.place(latest.current.view.nodes.map((node) => [node.key, node]))
  }

  return {
    running,
    start(layout) {
      drop()
      if (layout === 'own') return finish(layout, firstPlaces(view, picture))
      void compute(layout)
    },
    stop: () => run.current?.abort(enough),
  }
}

/** What the page says while a layout is computed. */
const signs: Record<ComputedLayout, string> = {
  force: `${arrangementNames.force}: nodes are coming to rest`,
  circle: 'Arranging in a circle',
  layers: 'Arranging in layers',
  timeline: 'Arranging by years',
  'no-overlap': 'Moving nodes apart',
}

function answerOf(
  layout: ComputedLayout,
  { nodes, edges }: View,
  { pinned }: Picture,
  onPart: (soFar: PlaceArray) => void,
  signal: AbortSignal,
): Promise<PlaceArray> {
  if (layout === 'circle' || layout === 'layers' || layout === 'timeline')
    return ask('arrangement', { layout, nodes, edges }, signal)
  const places = placeArray(nodes, (node) => node)
  return stream(layout, { nodes, edges, places, pinned: [...pinned] }, onPart, signal)
}

function firstPlaces(view: View, { nodes }: Picture): Places {
  return new Map(
    view.nodes.flatMap(({ key }) => {
      const node = nodes.get(key)
      return node ? [[key, { x: node.x, y: node.y }] as const] : []
    }),
  )
}

function free(places: Places, pinned: ReadonlySet<string>): [string, { x: number; y: number }][] {
  return [...places].filter(([key]) => !pinned.has(key))
}

/** The camera takes in the whole of another arrangement, also where undo and redo bring it; pictures begin so anyway. */
function useFit(picture: Picture, finished: number, canvas: RefObject<GraphCanvas | null>): void {
  const { showing, arrangement } = picture
  const last = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end of a run is a reason to fit
  useEffect(() => {
    const isAnother = last.current !== showing
    last.current = showing
    if (isAnother) return
    // The canvas takes in the places after this effect.
    const frame = requestAnimationFrame(() => canvas.current?.fit())
    return () => cancelAnimationFrame(frame)
  }, [canvas, showing, arrangement, finished])
}
