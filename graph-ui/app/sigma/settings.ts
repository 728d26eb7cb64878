/** Sigma's settings: which programs draw, and how text looks. */
import { createEdgeCurveProgram } from '@sigma/edge-curve'
import {
  createEdgeArrowHeadProgram,
  createEdgeClampedProgram,
  createEdgeCompoundProgram,
} from 'sigma/rendering'
import type { Settings } from 'sigma/settings'
import { surface, type Theme } from '../palette.ts'
import { drawEdgeLabel, drawNodeHover, labelFont } from './labels.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

export const arrowHead = {
  extremity: 'target',
  lengthToThicknessRatio: 4.2,
  widenessToThicknessRatio: 3,
} as const

/** @param theme asked at every drawing, so that labels follow a change of theme */
export function settingsFor(theme: () => Theme): Partial<Settings<NodeAttributes, EdgeAttributes>> {
  const colours = surface(theme())
  return {
    defaultEdgeType: 'arrow',
    edgeProgramClasses: {
      arrow: createEdgeCompoundProgram([
        createEdgeClampedProgram(arrowHead),
        createEdgeArrowHeadProgram(arrowHead),
      ]),
      curvedArrow: createEdgeCurveProgram({ arrowHead, drawLabel: drawEdgeLabel(theme) }),
    },
    renderEdgeLabels: true,
    enableEdgeEvents: true,
    zIndex: true,
    hideEdgesOnMove: false,
    // The layer of names places them better than sigma's grid.
    renderLabels: false,
    edgeLabelFont: labelFont,
    edgeLabelSize: 11,
    edgeLabelColor: { color: colours.muted },
    minEdgeThickness: 1.4,
    stagePadding: 12,
    minCameraRatio: 0.08,
    maxCameraRatio: 4,
    zoomDuration: 180,
    doubleClickZoomingDuration: 200,
    defaultDrawNodeHover: drawNodeHover(theme),
    defaultDrawEdgeLabel: drawEdgeLabel(theme),
    allowInvalidContainer: true,
  }
}
