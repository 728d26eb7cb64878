/** The canvas as a component; everything imperative is behind `createGraphCanvas`. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Community, View } from '../../api/contract.ts'
import { nextFrame } from '../frame/next-frame.ts'
import type { Theme } from '../palette.ts'
import type { Explorer } from '../state/explorer.ts'
import type { Picture } from '../state/picture.ts'
import type { Selection } from '../state/selection.ts'
import { axisOf } from './axis-layer.ts'
import type { CameraPlace } from './camera-place.ts'
import type { CanvasEvents } from './canvas-events.ts'
import { createGraphCanvas, type GraphCanvas } from './graph-canvas.ts'
import { holdsUp, isSameShown, type Shown } from './holds-up.ts'
import './canvas.css'

const none: readonly Community[] = []

interface CanvasProps {
  explorer: Explorer
  picture: Picture
  /** What the filters leave of the picture. */
  view: View
  /** How much of the chosen measure each node has, from 0 to 1; null sizes nodes by their papers. */
  sizes: ReadonlyMap<string, number> | null
  selection: Selection | null
  theme: Theme
  /** Whether every gesture draws a lasso, also without Shift. */
  lasso: boolean
  /** Told before the page is held up by drawing, and when that is done. */
  tellDrawing(isDrawing: boolean): void
  events: Omit<CanvasEvents, 'lost'>
  canvas: RefObject<GraphCanvas | null>
}

export function Canvas(props: CanvasProps) {
  const { explorer, picture, view, sizes, selection, theme, lasso, tellDrawing, events, canvas } = props
  const container = useRef<HTMLDivElement>(null)
  const latestEvents = useRef(events)
  latestEvents.current = events
  const shown = useRef<Shown | null>(null)
  const firstTheme = useRef(theme)
  firstTheme.current = theme
  /** Where the camera was when the browser took the drawing surface away; it is made anew once. */
  const [lostAt, setLostAt] = useState<CameraPlace | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas that was lost is made anew.
  useEffect(() => {
    const created = createGraphCanvas(container.current!, firstTheme.current, {
      selectNode: (key) => latestEvents.current.selectNode(key),
      toggleNode: (key) => latestEvents.current.toggleNode(key),
      selectNodes: (keys) => latestEvents.current.selectNodes(keys),
      selectEdge: (key) => latestEvents.current.selectEdge(key),
      selectNothing: () => latestEvents.current.selectNothing(),
      expandNode: (key) => latestEvents.current.expandNode(key),
      moveNode: (key, x, y) => latestEvents.current.moveNode(key, x, y),
      hoverNode: (key) => latestEvents.current.hoverNode(key),
      hoverEdge: (edge) => latestEvents.current.hoverEdge(edge),
      openMenu: (key, at) => latestEvents.current.openMenu(key, at),
      lost: () => setLostAt((before) => before ?? created.camera()),
    })
    canvas.current = created
    shown.current = null
    const observer = new ResizeObserver(() => created.resize())
    observer.observe(container.current!)
    // For tests and curious people: where things are on the page, and how much work they make.
    window.skein = {
      nodePosition: created.nodePosition,
      nodeRadius: created.nodeRadius,
      edgePosition: created.edgePosition,
      get fullRefreshes() {
        return created.fullRefreshes()
      },
    }
    return () => {
      observer.disconnect()
      created.destroy()
      canvas.current = null
    }
  }, [canvas, lostAt])

  // What an answer adds to the picture is drawn before the panels learn of it.
  useEffect(
    () =>
      explorer.subscribe((mayWait) => {
        const before = shown.current
        if (!mayWait || before === null) return
        const { picture, view, selection } = explorer.state()
        const after = shownOf(picture, view)
        if (isSameShown(before, after)) return
        if (before.showing !== after.showing || before.arrangement !== after.arrangement) return
        if (holdsUp(before, after)) return
        canvas.current?.select(selection)
        canvas.current?.show(view, after.communities, false)
        shown.current = after
      }),
    [explorer, canvas],
  )

  const { showing, focus, pinned, appearance, arrangement } = picture
  const { communities } = shownOf(picture, view)
  const axis = useMemo(() => (arrangement === 'timeline' ? axisOf(view) : null), [arrangement, view])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas that is made anew is empty.
  useEffect(() => canvas.current?.setAppearance(appearance, sizes), [canvas, appearance, sizes, lostAt])
  // Before the view that comes with it, or what stands out would be drawn twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => canvas.current?.select(selection), [canvas, selection, lostAt])
  useEffect(() => {
    const before = shown.current
    const after = { showing, arrangement, view, communities }
    if (before !== null && isSameShown(before, after)) return
    const isFresh = before?.showing !== showing
    const draw = () => {
      canvas.current?.show(view, communities, isFresh)
      if (before === null && lostAt !== null) canvas.current?.setCamera(lostAt)
      shown.current = after
      tellDrawing(false)
    }
    if (before === null || !holdsUp(before, after)) return draw()
    let isPast = false
    const frame = canvas.current?.camera().frame
    tellDrawing(true)
    void nextFrame().then(() => {
      if (isPast) return
      const camera = canvas.current?.camera()
      draw()
      // Where a link wants the camera was told meanwhile, and another picture begins anew.
      if (isFresh && camera && camera.frame !== frame) canvas.current?.setCamera(camera)
    })
    return () => {
      isPast = true
    }
  }, [canvas, view, communities, showing, arrangement, lostAt, tellDrawing])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => canvas.current?.focus(focus), [canvas, focus, lostAt])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => canvas.current?.pin(pinned), [canvas, pinned, lostAt])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => canvas.current?.setLasso(lasso), [canvas, lasso, lostAt])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => canvas.current?.setAxis(axis), [canvas, axis, lostAt])
  useEffect(() => canvas.current?.setTheme(theme), [canvas, theme])

  return <div ref={container} className="canvas" data-has-axis={axis !== null} aria-hidden="true" />
}

function shownOf({ showing, arrangement, communities }: Picture, view: View): Shown {
  // Fields lie behind what stands together.
  const hasFields = arrangement === 'own' || arrangement === 'force'
  return { showing, arrangement, view, communities: hasFields ? communities : none }
}

declare global {
  interface Window {
    skein: Pick<GraphCanvas, 'nodePosition' | 'nodeRadius' | 'edgePosition'> & {
      readonly fullRefreshes: number
    }
  }
}
