import type { View } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import type { Caption } from '../sigma/picture-caption.ts'
import { tally } from '../state/tally.ts'

/** The title and legend of an image: what is in the view, the most frequent first. */
export function captionOf({ nodes, edges }: View, title: string): Caption {
  return {
    title,
    facts: `${countOf(nodes.length, 'node')}, ${countOf(edges.length, 'edge')} · Skein`,
    types: tally(nodes.map(({ type }) => type)).map(({ value }) => value),
    relations: tally(edges.map(({ type }) => type)).map(({ value }) => value),
  }
}
