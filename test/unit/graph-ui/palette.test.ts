import { describe, expect, it } from 'vitest'
import { communityColour, communityProperty, surface } from '../../../graph-ui/app/palette.ts'

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

describe.each(['light', 'dark', 'white'] as const)('colours of communities, %s', (theme) => {
  const colours = [...Array(11).keys()].map((community) => communityColour(theme, community))

  it('stand out from what is behind them', () => {
    for (const colour of colours) {
      for (const background of [surface(theme).canvas, surface(theme).panel]) {
        const [dark, light] = [luminance(colour), luminance(background)].sort((a, b) => a - b)
        expect((light! + 0.05) / (dark! + 0.05), colour).toBeGreaterThan(3)
      }
    }
  })

  it('differ, but for the smaller communities and for none', () => {
    // Eight colours that stay apart with every common colour blindness, and one for all others.
    expect(new Set(colours).size).toBe(9)
    expect([communityColour(theme, 99), communityColour(theme, null)]).toEqual([colours[10], colours[10]])
    expect([communityProperty(0), communityProperty(99)]).toEqual(['--community-0', '--community-other'])
  })
})
