/** Draws nodes as discs or as the shapes of their types: one program, each shape as a distance to its rim. */
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { Point } from './edge-geometry.ts'
import type { Renderer } from './plane.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** What the program reads beside what sigma knows of a node. */
export interface ShapedNode {
  /** A place in the list of shapes. */
  shape: number
}

/** A rectangle around the shape and no more: where there is no graphics card, every pixel costs. */
const vertexShader = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_diff;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;

// Half of its width and height, and how far its middle is above that of the node, in radii.
vec3 extent() {
  if (a_shape < 0.5) return vec3(1.0, 1.0, 0.0);
  if (a_shape < 1.5) return vec3(0.88, 0.88, 0.0);
  if (a_shape < 2.5) return vec3(1.26, 1.26, 0.0);
  if (a_shape < 3.5) return vec3(1.25, 1.08, 0.36);
  if (a_shape < 4.5) return vec3(0.74, 1.0, 0.0);
  if (a_shape < 5.5) return vec3(1.061, 0.918, 0.0);
  return vec3(1.0, 1.0, 0.0);
}

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec3 around = extent();
  v_diff = radius * (a_corner * around.xy + vec2(0.0, around.z));
  gl_Position = vec4((u_matrix * vec3(a_position + v_diff, 1)).xy, 0, 1);
  v_radius = radius;
  v_shape = a_shape;
  v_color = a_color;
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
  return abs(length(p) - 0.75) - 0.25;
}

void main(void) {
  float border = u_correctionRatio * 2.0;
  float beyond = outside(v_diff / v_radius) * v_radius + border;
  gl_FragColor = mix(v_color, vec4(0.0), clamp(beyond / border, 0.0, 1.0));
}
`

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext
const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const

/** The program that draws the nodes of a picture, once sigma has made it. */
export interface DrawnNodes {
  program: ShapeProgram | null
}

export class ShapeProgram extends NodeProgram<(typeof uniforms)[number], NodeAttributes, EdgeAttributes> {
  /** The programs whose buffers hold the nodes as they are. Sigma fills them anew with every frame. */
  private readonly filled = new Set<ProgramInfo>()
  /** Sigma's numbers of the nodes, in the order of drawing. */
  private readonly numbers: number[] = []

  /**
   * The uppermost node at a place, as it is drawn now.
   * @param place in sigma's frame of the graph
   * @param reach radius of a node of size 1 there
   * @returns sigma's number of it
   */
  nodeAt({ x, y }: Point, reach: number): number | null {
    const { array, STRIDE } = this
    for (let i = this.numbers.length - 1; i >= 0; i--) {
      const at = i * STRIDE
      const radius = array[at + 2]! * reach
      if ((array[at]! - x) ** 2 + (array[at + 1]! - y) ** 2 < radius ** 2) return this.numbers[i]!
    }
    return null
  }

  getDefinition() {
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    }
  }

  processVisibleItem(_id: number, start: number, data: NodeDisplayData & Partial<ShapedNode>): void {
    this.array.set([data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color)], start)
  }

  override process(number: number, offset: number, data: NodeDisplayData): void {
    this.filled.clear()
    this.numbers[offset] = number
    super.process(number, offset, data)
  }

  override reallocate(capacity: number): void {
    this.filled.clear()
    this.numbers.length = capacity
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

/**
 * Sigma would draw every node a second time, to find the one under the pointer by its pixel.
 * @param drawn is told of the program
 */
export function shapesOnce(drawn: DrawnNodes): NodeProgramType<NodeAttributes, EdgeAttributes> {
  return class extends ShapeProgram {
    constructor(gl: WebGLRenderingContext, picking: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, null, renderer)
      // Another one, for nodes that are pointed at, has nothing to draw.
      if (picking !== null) drawn.program = this
    }
  }
}
