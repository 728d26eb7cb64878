import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnNames } from '../../../shared/graph-store/embedded/rewrite/columns.ts'
import { rewrite } from '../../../shared/graph-store/embedded/rewrite/index.ts'

describe('rewriting for the embedded engine', () => {
  it.each([
    { typed: 'MATCH (n:A|B) RETURN n', run: 'MATCH (n) WHERE (n:A OR n:B) RETURN n' },
    {
      typed: 'MATCH (n:A|B {x: 1}) WHERE n.y OR n.z RETURN n',
      run: 'MATCH (n {x: 1}) WHERE (n:A OR n:B) AND ( n.y OR n.z) RETURN n',
    },
    { typed: 'MATCH (n:A&B) RETURN n', run: 'MATCH (n:A:B) RETURN n' },
    { typed: 'MATCH (n WHERE n.x) RETURN n', run: 'MATCH (n ) WHERE (n.x) RETURN n' },
    { typed: 'MATCH (n) WHERE n:A|B RETURN n', run: 'MATCH (n) WHERE (n:A OR n:B) RETURN n' },
    {
      typed: 'MATCH (p) RETURN [(p)--(x:A|B) | x.y]',
      run: 'MATCH (p) RETURN [(p)--(x) WHERE (x:A OR x:B) | x.y]',
    },
    { typed: 'RETURN p {.a, b}', run: 'RETURN p {.a, b: b}' },
    { typed: 'RETURN xs[..-1]', run: 'RETURN reverse(reverse(xs[0..])[1..])' },
    { typed: 'RETURN sum(n.x) AS s', run: 'RETURN coalesce(sum(n.x), 0) AS s' },
    {
      typed: 'MATCH (n) RETURN n.a, collect(n)[..3] AS top ORDER BY n.a',
      run: 'MATCH (n) WITH n.a AS _skein_0, collect(n) AS _skein_1 RETURN _skein_0 AS `n.a`, _skein_1[..3] AS top ORDER BY `n.a`',
    },
    {
      typed: 'MATCH (n) RETURN n.set, {negated: true}, $in',
      run: 'MATCH (n) RETURN n.`set`, {negated: true}, $`in`',
    },
  ])('$typed', ({ typed, run }) => {
    expect(rewrite(typed, null).cypher).toBe(run)
  })

  it.each([
    'MATCH (a)-[r:X|Y]->(b:Z {k: 1}) RETURN a, [x IN r WHERE x:A | x.b], {a: 1, b: a}',
    "RETURN 'MATCH (n:A|B) sum(x) xs[..-1]' AS s // (n:A|B)",
    'MATCH (n) WHERE n.name STARTS WITH "x" RETURN n ORDER BY n.name SKIP 1 LIMIT 2',
    'MATCH (n) RETURN count(*), collect(n.x), avg(n.y) + 1',
    'CALL { MATCH (n) RETURN n } RETURN n { .*, k: 1 }',
  ])('leaves alone: %s', (typed) => {
    expect(rewrite(typed, null).cypher).toBe(typed)
  })

  it.each([
    { typed: 'MATCH (n) RETURN n', run: 'MATCH (n) RETURN n LIMIT 11' },
    { typed: 'RETURN 1 // why;\n;', run: 'RETURN 1 LIMIT 11 // why;\n;' },
    { typed: 'MATCH (n) RETURN n LIMIT 3', run: 'MATCH (n) RETURN n LIMIT 3' },
    { typed: 'MATCH (n) WITH n LIMIT 3 RETURN n', run: 'MATCH (n) WITH n LIMIT 3 RETURN n LIMIT 11' },
    {
      typed: 'CALL { RETURN 1 AS x LIMIT 1 } RETURN x',
      run: 'CALL { RETURN 1 AS x LIMIT 1 } RETURN x LIMIT 11',
    },
    { typed: 'RETURN 1 AS x UNION RETURN 2 AS x', run: 'RETURN 1 AS x UNION RETURN 2 AS x' },
    { typed: 'RETURN n.limit', run: 'RETURN n.limit LIMIT 11' },
    { typed: 'CALL db.labels()', run: 'CALL db.labels()' },
  ])('limits $typed', ({ typed, run }) => {
    expect(rewrite(typed, 11).cypher).toBe(run)
  })

  it('knows where each place was typed', () => {
    const typed = 'MATCH (n:A|B)-->(:C|D) RETURN nobody'
    const { cypher, original } = rewrite(typed, 11)
    for (const word of ['MATCH', 'RETURN', 'nobody']) {
      expect(original(cypher.indexOf(word))).toBe(typed.indexOf(word))
    }
  })

  it('ends, and keeps places within the query, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...'MATCH WHERE RETURN WITH ORDER BY n : | & ! ( ) [ ] { } , . .. -1 sum collect EXISTS COUNT p -- > "s" ` $x * AS'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (words) => {
        const typed = words.join(' ')
        const { cypher, original } = rewrite(typed, 11)
        for (let at = 0; at <= cypher.length; at++) {
          const place = original(at)
          expect(place >= 0 && place <= typed.length).toBe(true)
        }
      }),
      { numRuns: 1500, seed: 3 },
    )
  })

  it.each([
    { typed: 'RETURN a.b , count( * ) AS `n n`, [x  IN y | z]', columns: ['a.b', 'n n', '[x  IN y | z]'] },
    { typed: 'MATCH (n) WITH n RETURN DISTINCT n.a, n {.b} ORDER BY n.a', columns: ['n.a', 'n'] },
    { typed: 'RETURN 1 AS x UNION RETURN 2 AS x', columns: ['x'] },
    { typed: 'CALL { RETURN 1 AS a, 2 AS b } RETURN a', columns: ['a'] },
  ])('names columns of $typed', ({ typed, columns }) => {
    expect(
      columnNames(
        typed,
        columns.map((_, index) => `given ${index}`),
      ),
    ).toEqual(columns)
  })
})
