import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenise } from '../../../shared/graph-store/cypher/tokens.ts'

describe('tokens of Cypher', () => {
  it.each([
    { cypher: "RETURN 'it\\'s // no' AS x", texts: ['RETURN', "'it\\'s // no'", 'AS', 'x'] },
    { cypher: 'a/* b */c // d\ne', texts: ['a', 'c', 'e'] },
    {
      cypher: 'n.`a``b` $p $`q r` 1.5e3 1..2',
      texts: ['n', '.', '`a``b`', '$p', '$`q r`', '1.5e3', '1', '.', '.', '2'],
    },
    { cypher: "RETURN 'open", texts: ['RETURN', "'open"] },
    { cypher: '/* open CREATE (n)', texts: [] },
    { cypher: 'MATCH (größe:Ärger)', texts: ['MATCH', '(', 'größe', ':', 'Ärger', ')'] },
  ])('$cypher', ({ cypher, texts }) => {
    expect(tokenise(cypher).map(({ text }) => text)).toEqual(texts)
  })

  it('stand where they say, one after another, and leave out nothing but space and comments', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (cypher) => {
        let at = 0
        for (const { text, start, end, depth } of tokenise(cypher)) {
          expect(cypher.slice(start, end)).toBe(text)
          expect(start).toBeGreaterThanOrEqual(at)
          expect(cypher.slice(at, start)).toMatch(/^(\s|\/\/[^\n\r]*|\/\*[\s\S]*\*\/)*$/)
          expect(depth).toBeGreaterThanOrEqual(0)
          at = end
        }
      }),
      { seed: 5 },
    )
  })
})
