import { describe, expect, it } from 'vitest'
import { placeOfTitle } from '../../../graph-ui/app/sigma/field-titles.ts'

const window = { width: 400, height: 300 }
/** Between 100 and 150 pixels from the upper edge of the window. */
const field = { middle: 200, top: 100, bottom: 150 }
const width = 100
/** So that a title that stands above the field, or below it, would cover them. */
const above = (...across: number[]) => across.map((x) => ({ x, y: 90 }))
const below = (...across: number[]) => across.map((x) => ({ x, y: 160 }))
const title = (x: number, y: number) => ({ x, y: y - 12, width, height: 15 })

describe('the title of a field', () => {
  it.each([
    ['above its middle', {}, { x: 150, y: 96 }],
    ['beside nodes that are in its way', { nodes: above(210) }, { x: 100, y: 96 }],
    ['below, where nodes are everywhere above', { nodes: above(120, 170, 230, 280) }, { x: 150, y: 166 }],
    [
      'where it covers the fewest, where nodes are everywhere',
      { nodes: [...above(120, 170, 230, 280), ...below(120, 170, 171, 230, 231, 232, 280)] },
      { x: 125, y: 96 },
    ],
    [
      'nowhere, where it would hide many nodes',
      { nodes: [90, 160].flatMap((y) => Array.from({ length: 30 }, (_, i) => ({ x: 60 + 9 * i, y }))) },
      null,
    ],
    ['below, where another title stands above', { taken: [title(150, 90)] }, { x: 150, y: 166 }],
    ['nowhere, where others stand', { taken: [title(150, 90), title(150, 170)] }, null],
    ['within the window', { middle: 20, top: 10, bottom: 50 }, { x: 10, y: 12 }],
    ['below, where the field reaches out of the window', { top: 2 }, { x: 150, y: 166 }],
    ['nowhere, where the field is larger than the window', { top: 2, bottom: 290 }, null],
  ])('stands %s', (_, { nodes = [], taken = [], ...extent }: Partial<Case>, expected) => {
    expect(placeOfTitle({ ...field, ...extent }, width, { ...window, nodes, taken })).toEqual(expected)
  })
})

interface Case {
  nodes: readonly { x: number; y: number }[]
  taken: readonly ReturnType<typeof title>[]
  middle: number
  top: number
  bottom: number
}
