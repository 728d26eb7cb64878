import { circle } from '../../../layout/circle.ts'
import type { LayoutNode, TypedEdge } from '../../../layout/graph.ts'
import { layers } from '../../../layout/layers.ts'
import { timeline } from '../../../layout/timeline.ts'
import { type PlaceArray, placeArray } from '../place-arrays.ts'
import type { Job } from './job.ts'

export interface ArrangementQuestion {
  layout: 'circle' | 'layers' | 'timeline'
  nodes: readonly (LayoutNode & { community: number | null })[]
  edges: readonly TypedEdge[]
}

/** Layouts that do not ask where nodes stand. */
export const arrangement: Job<ArrangementQuestion, PlaceArray> = ({ layout, nodes, edges }) => {
  const places = placesIn[layout]({ nodes, edges })
  return placeArray(nodes, ({ key }) => places.get(key)!)
}

const placesIn = {
  layers,
  timeline,
  circle(view: Pick<ArrangementQuestion, 'nodes' | 'edges'>) {
    const communities = new Map(view.nodes.map(({ key, community }) => [key, community]))
    return circle(view, ({ key }) => communities.get(key) ?? null)
  },
}
