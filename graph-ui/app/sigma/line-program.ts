/** Edges of large pictures: lines of one pixel, which are left out while the camera moves. */
import { EdgeLineProgram, type EdgeProgramType } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/**
 * Sigma's own `hideEdgesOnMove` reads the whole graph anew whenever the mouse lets go.
 * @param isMoving asked at every frame
 */
export function linesAtRest(isMoving: () => boolean): EdgeProgramType<NodeAttributes, EdgeAttributes> {
  return class extends EdgeLineProgram<NodeAttributes, EdgeAttributes> {
    override render(params: RenderParams): void {
      if (!isMoving()) super.render(params)
    }
  }
}
