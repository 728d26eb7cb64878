import { describe, expect, it } from 'vitest'
import config from '../../../graph-ui/vite.config.ts'

describe('what the development server asks of the API', () => {
  const rules = Object.keys(config.server?.proxy ?? {}).map((rule) => new RegExp(rule))

  it.each([
    ['/api/stats', true],
    ['/api/export/formats', true],
    ['/api/search?q=view.ts', true],
    ['/api/paper?key=Paper%2Fnotes.ts%231', true],
    ['/api/expansion-size.ts', false],
    ['/api/contract/view.ts?t=1764342000000', false],
    ['/app/api/index.ts', false],
    ['/layout/graph.ts', false],
  ])('%s: %s', (url, expected) => {
    expect(rules.some((rule) => rule.test(url))).toBe(expected)
  })
})
