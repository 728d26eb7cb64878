import type { KeptQuery } from './query-library.ts'

/** A query with the values of its parameters, to be read. */
export function QueryText({ query: { cypher, fields } }: { query: KeptQuery }) {
  const given = Object.entries(fields)
  return (
    <>
      <code className="query-text">{cypher}</code>
      {given.length > 0 && (
        <p className="query-given count">{given.map(([name, text]) => `$${name} = ${text}`).join(' · ')}</p>
      )}
    </>
  )
}
