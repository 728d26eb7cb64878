/** Edges of large pictures: lines of one pixel, which are left out while the camera moves. */
import { EdgeLineProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/**
 * Sigma's own `hideEdgesOnMove` reads the whole graph anew whenever the mouse lets go.
 * @param isMoving asked at every frame
 */
export function linesAtRest(isMoving: () => boolean): EdgeProgramType<NodeAttributes, EdgeAttributes> {
  return class extends EdgeLineProgram<NodeAttributes, EdgeAttributes> {
    /** Whether the buffer holds the edges as they are. Sigma fills it anew with every frame. */
    isFilled = false

    override render(params: RenderParams): void {
      if (!isMoving()) super.render(params)
    }

    override process(
      id: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      this.isFilled = false
      super.process(id, offset, source, target, data)
    }

    override reallocate(capacity: number): void {
      this.isFilled = false
      super.reallocate(capacity)
    }

    protected override bindProgram(program: ProgramInfo): void {
      // Edges are not looked for by their pixels: there is no other program.
      if (!this.isFilled) {
        super.bindProgram(program)
        this.isFilled = true
        return
      }
      const { gl, buffer } = program
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      let offset = 0
      for (const attribute of this.ATTRIBUTES) offset += this.bindAttribute(attribute, program, offset)
      gl.bindBuffer(gl.ARRAY_BUFFER, null)
    }
  }
}
