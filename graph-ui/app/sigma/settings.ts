/** Sigma's settings: which programs draw, and how the camera moves. */
import { createEdgeCurveProgram } from '@sigma/edge-curve'
import {
  createEdgeArrowHeadProgram,
  createEdgeClampedProgram,
  createEdgeCompoundProgram,
} from 'sigma/rendering'
import type { Settings } from 'sigma/settings'
import { linesAtRest } from './line-program.ts'
import { arrowHead, leastThickness } from './picture-edge.ts'
import { type DrawnNodes, shapesOnce } from './shape-program.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/**
 * @param isMoving whether the camera moves in a large picture
 * @param drawn is told what draws the nodes
 */
export function settingsFor(
  isMoving: () => boolean,
  drawn: DrawnNodes,
): Partial<Settings<NodeAttributes, EdgeAttributes>> {
  return {
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: shapesOnce(drawn) },
    defaultEdgeType: 'arrow',
    edgeProgramClasses: {
      arrow: createEdgeCompoundProgram([
        createEdgeClampedProgram(arrowHead),
        createEdgeArrowHeadProgram(arrowHead),
      ]),
      curvedArrow: createEdgeCurveProgram({ arrowHead }),
      line: linesAtRest(isMoving),
    },
    // Names and whatever stands out have layers of their own.
    renderLabels: false,
    renderEdgeLabels: false,
    defaultDrawNodeHover: () => {},
    // Sigma would draw every edge twice and read a pixel back whenever the mouse moves.
    enableEdgeEvents: false,
    enableCameraRotation: false,
    minEdgeThickness: leastThickness,
    stagePadding: 12,
    minCameraRatio: 0.08,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
    ...(prefersStillness()
      ? { inertiaDuration: 1, zoomDuration: 1, doubleClickZoomingDuration: 1 }
      : { zoomDuration: 180, doubleClickZoomingDuration: 200 }),
  }
}

/** Whether the person has asked the system for less motion. */
function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** No time where the person wants no motion; sigma divides by it. */
export function duration(ms: number): number {
  return prefersStillness() ? 1 : ms
}
