import { describe, expect, it, vi } from 'vitest'
import { surface } from '../../../graph-ui/app/palette.ts'
import type { Brush } from '../../../graph-ui/app/sigma/brush.ts'
import { drawPlate } from '../../../graph-ui/app/sigma/labels.ts'

const phone = 390
const size = 10

/** Where the plate of a node is drawn whose name is so wide. */
function plateOf(x: number, nameWidth: number, side: 'left' | 'right') {
  const roundRect = vi.fn<(x: number, y: number, width: number, height: number, radius: number) => void>()
  const fillText = vi.fn<(text: string, x: number, y: number) => void>()
  const [nothing, style] = [() => {}, { font: '', fillStyle: '', strokeStyle: '' }]
  const drawing = { save: nothing, restore: nothing, beginPath: nothing, arc: nothing, fill: nothing }
  const measureText = () => ({ width: nameWidth })
  const brush = {
    ...style,
    ...drawing,
    stroke: nothing,
    measureText,
    roundRect,
    fillText,
  } as unknown as Brush
  drawPlate(brush, { x, y: 300, size, label: 'its name', colour: '#000', side }, 'light', phone)
  const [left, top, width, height] = roundRect.mock.calls[0]!
  expect(fillText.mock.calls).toEqual([['its name', left + 8, expect.any(Number)]])
  expect(brush.fillStyle).toBe(surface('light').ink)
  return { left, right: left + width, top, bottom: top + height }
}

describe('the plate with the name of a node, on a phone', () => {
  it.each([
    ['on the right, where there is room', 100, 120, 'right', 'right'],
    ['on the left, where that was asked for', 300, 120, 'left', 'left'],
    ['on the left, where the right has no room', 300, 120, 'right', 'left'],
    ['on the right, where the left has no room', 100, 120, 'left', 'right'],
    ['below, where neither has room', 190, 230, 'right', 'below'],
    ['below and within the window, beside its left edge', 90, 300, 'left', 'below'],
    ['below and within the window, beside its right edge', 320, 300, 'right', 'below'],
  ] as const)('stands %s', (_, x, nameWidth, side, expected) => {
    const { left, right, top, bottom } = plateOf(x, nameWidth, side)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(phone)
    if (expected === 'right') expect(left).toBeGreaterThan(x + size)
    else if (expected === 'left') expect(right).toBeLessThan(x - size)
    else expect(top).toBeGreaterThan(300 + size)
    if (expected !== 'below') expect((top + bottom) / 2).toBe(300)
  })
})
