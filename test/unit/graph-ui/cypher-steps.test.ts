import { describe, expect, it } from 'vitest'
import { shortFields, stepStatement } from '../../../graph-ui/app/cypher/step-statement.ts'
import { withValues } from '../../../graph-ui/app/cypher/with-values.ts'
import { emptyLog, perform } from '../../../graph-ui/app/state/command-log.ts'
import type { Command } from '../../../graph-ui/app/state/commands/index.ts'
import { nothingKnown } from '../../../graph-ui/app/state/filtered.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const keys = ['a', 'b', 'c'].map((name) => `Concept/Method:${name}`)
const show: Command = {
  kind: 'show',
  title: 'Start',
  source: { kind: 'nodes' },
  view: { nodes: keys.map((key) => viewNode(key)), edges: [viewEdge(keys[0]!, 'BASED_ON', keys[1]!)] },
  communities: [],
  scope: null,
}
const hide = (key: string): Command => ({ kind: 'hide', keys: [key], name: key })
const pin: Command = { kind: 'pin', keys: [keys[0]!], name: 'a', on: true }
const logOf = (...commands: Command[]) => commands.reduce((log, command) => perform(log, command), emptyLog)

describe('the query of a step', () => {
  it('is of the picture after it, also where that was let go', () => {
    const pins = Array.from({ length: 25 }, () => pin)
    const log = logOf(show, hide(keys[0]!), hide(keys[1]!), ...pins)
    expect(log.steps[1]!.picture).toBeNull()
    const hiddenAfter = [1, 2, 3].map((step) => stepStatement(log, step, nothingKnown)?.params.hidden)
    expect(hiddenAfter).toEqual([undefined, ['Method:a'], ['Method:a', 'Method:b']])
    expect(stepStatement(log, 4, nothingKnown)).toBeNull()
  })

  it('is not known where the page has found the communities of another picture since', () => {
    const leaveOut: Command = { kind: 'filter', change: { withoutCommunities: new Set([0]) }, words: 'One' }
    const log = logOf(show, leaveOut)
    const known = { ...nothingKnown, communityOf: new Map([[keys[0]!, 0]]) }
    expect(stepStatement(log, 2, known)?.params.concepts).toEqual(['Method:b', 'Method:c'])
    expect(stepStatement(perform(log, show), 2, known)).toBeNull()
  })
})

describe('a query to be taken along', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['MATCH (n {id: $id}) RETURN n', { id: "o'b" }, "MATCH (n {id: 'o\\'b'}) RETURN n"],
    ['UNWIND $ids AS id RETURN id', { ids: ['a', 1, null] }, "UNWIND ['a', 1, null] AS id RETURN id"],
    ['RETURN $a.x, $ab', { a: { x: true }, ab: 2.5 }, 'RETURN {`x`: true}.x, 2.5'],
    ["RETURN '$a', $missing // $a", { a: 1 }, "RETURN '$a', $missing // $a"],
    ['RETURN $`two words`', { 'two words': 1 }, 'RETURN 1'],
    ['RETURN $toString', {}, 'RETURN $toString'],
  ])('%s', (cypher, params, written) => {
    expect(withValues({ cypher, params })).toBe(written)
  })

  it('is shown without its long lists', () => {
    expect(
      shortFields({ cypher: '', params: { id: 'a', few: ['a', 'b'], many: ['a', 'b', 'c', 'd'] } }),
    ).toEqual({ id: 'a', few: '["a","b"]', many: '4 values' })
  })
})
