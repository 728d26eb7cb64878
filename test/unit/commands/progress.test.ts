import { describe, expect, it } from 'vitest'
import { describe as describeProgress, duration, startProgress } from '../../../ingest/commands/progress.ts'

describe('describe', () => {
  it.each([
    [1200, 0.4, 4, 'reading 1,200 papers, 300 a second, 40 %, 6 s to go'],
    [10, 1, 2, 'reading 10 papers, 5 a second, 100 %'],
    [10, null, 2, 'reading 10 papers, 5 a second'],
    [0, 0, 0, 'reading 0 papers'],
    [0, 0.5, 9, 'reading 0 papers, 50 %'],
    [16, 0.2, 0.01, 'reading 16 papers, 20 %'],
  ])('%d papers at %s after %d s', (papers, fraction, seconds, expected) => {
    expect(describeProgress('reading', papers, fraction, seconds)).toBe(expected)
  })
})

describe('duration', () => {
  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [90, '2 min'],
    [7500, '2 h 5 min'],
  ])('%d s', (seconds, expected) => expect(duration(seconds)).toBe(expected))
})

describe('startProgress', () => {
  const streamThat = (isTTY: boolean, columns = 60) => {
    const written: string[] = []
    return {
      written,
      stream: { isTTY, columns, write: (text: string) => written.push(text) > 0 } as never,
    }
  }

  it('draws a bar on a terminal that fits its width and takes it away', () => {
    const { written, stream } = streamThat(true)
    const progress = startProgress('reading', stream)
    progress.update(5, 0.5)
    expect(written.at(-1)).toMatch(/^\[█{12}·{12}\] reading 5 papers/)
    expect(written.at(-1)!.length).toBeLessThan(60)
    progress.say('a problem')
    expect(written.join('')).toContain('a problem\n')
    progress.finish()
    expect(written.at(-1)).toMatch(/^\r +\r$/)
  })

  it.each([
    [40, /^\[█{7}·{7}\] reading 5 papers, 50 %$/],
    [30, /^reading 5 papers, 50 %$/],
    [12, /^reading 5 p$/],
  ])('fits %i columns', (columns, expected) => {
    const { written, stream } = streamThat(true, columns)
    startProgress('reading', stream).update(5, 0.5)
    expect(written.at(-1)).toMatch(expected)
  })

  it('draws the end on a terminal however soon it comes', () => {
    const { written, stream } = streamThat(true)
    const progress = startProgress('reading', stream)
    progress.update(5, 0.5)
    progress.update(10, 1)
    expect(written.at(-1)).toMatch(/reading 10 papers, 100 %$/)
  })

  it('writes nothing at once elsewhere', () => {
    const { written, stream } = streamThat(false)
    const progress = startProgress('reading', stream)
    progress.update(5, 0.5)
    progress.finish()
    expect(written).toEqual([])
  })
})
