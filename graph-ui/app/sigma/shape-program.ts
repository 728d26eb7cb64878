/** Draws nodes as discs or as the shapes of their types: one program, each shape as a distance to its rim. */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** What the program reads beside what sigma knows of a node. */
export interface ShapedNode {
  /** A place in the list of shapes. */
  shape: number
}

/** A triangle of three corners has room for a circle; those of other shapes stand out of it. */
const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_diff;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  float room = a_shape < 0.5 ? 2.0 : 3.0;
  v_diff = room * radius * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_diff, 1)).xy, 0, 1);
  v_radius = radius;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_diff;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;

float outside(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(q.x, q.y) - 0.88;
  if (v_shape < 2.5) return (q.x + q.y - 1.26) * 0.7071;
  if (v_shape < 3.5) return max(q.x * 0.866 + p.y * 0.5, -p.y) - 0.72;
  if (v_shape < 4.5) return max(q.x - 0.74, q.y - 1.0);
  if (v_shape < 5.5) return max(q.x * 0.866 + q.y * 0.5, q.y) - 0.918;
  #ifdef PICKING_MODE
  return length(p) - 1.0;
  #else
  return abs(length(p) - 0.75) - 0.25;
  #endif
}

void main(void) {
  float border = u_correctionRatio * 2.0;
  float beyond = outside(v_diff / v_radius) * v_radius + border;
  #ifdef PICKING_MODE
  gl_FragColor = beyond > border ? vec4(0.0) : v_color;
  #else
  gl_FragColor = mix(v_color, vec4(0.0), clamp(beyond / border, 0.0, 1.0));
  #endif
}
`

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const

export class ShapeProgram extends NodeProgram<(typeof uniforms)[number], NodeAttributes, EdgeAttributes> {
  /** The programs whose buffers hold the nodes as they are. Sigma fills them anew with every frame. */
  private readonly filled = new Set<ProgramInfo>()

  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    }
  }

  processVisibleItem(id: number, start: number, data: NodeDisplayData & Partial<ShapedNode>): void {
    this.array.set([data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color), id], start)
  }

  override process(id: number, offset: number, data: NodeDisplayData): void {
    this.filled.clear()
    super.process(id, offset, data)
  }

  override reallocate(capacity: number): void {
    this.filled.clear()
    super.reallocate(capacity)
  }

  protected override bindProgram(program: ProgramInfo): void {
    if (!this.filled.has(program)) {
      super.bindProgram(program)
      this.filled.add(program)
      return
    }
    const { gl, buffer, constantBuffer } = program
    const bind = (from: WebGLBuffer, attributes: typeof this.ATTRIBUTES, isOfNode: boolean) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, from)
      let offset = 0
      for (const attribute of attributes) offset += this.bindAttribute(attribute, program, offset, isOfNode)
    }
    bind(constantBuffer, this.CONSTANT_ATTRIBUTES, false)
    bind(buffer, this.ATTRIBUTES, true)
    gl.bindBuffer(gl.ARRAY_BUFFER, null)
  }

  setUniforms({ correctionRatio, sizeRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniform1f(uniformLocations.u_correctionRatio!, correctionRatio)
    gl.uniform1f(uniformLocations.u_sizeRatio!, sizeRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, matrix)
  }
}
