/** Places as numbers, two a node in the order of the nodes: they go to and from a worker without being copied. */
import type { Places } from '../../layout/graph.ts'

export type PlaceArray = Float32Array<ArrayBuffer>

/** @param placeOf where a node stands */
export function placeArray<N>(
  nodes: readonly N[],
  placeOf: (node: N) => { x: number; y: number },
): PlaceArray {
  const array = new Float32Array(2 * nodes.length)
  nodes.forEach((node, i) => {
    const { x, y } = placeOf(node)
    array[2 * i] = x
    array[2 * i + 1] = y
  })
  return array
}

/** @param nodes in the order in which they were when the array was made */
export function placesFrom(nodes: readonly { key: string }[], array: PlaceArray): Places {
  return new Map(nodes.map(({ key }, i) => [key, { x: array[2 * i]!, y: array[2 * i + 1]! }]))
}
