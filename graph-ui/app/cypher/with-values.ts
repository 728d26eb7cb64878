/** A query that needs no parameters: it can be run wherever it is pasted. */
import { cypherLiteral } from '../../../shared/exports/cypher.ts'
import { quoteName } from '../../../shared/graph-store/cypher/quote-name.ts'
import { tokenise } from '../../../shared/graph-store/cypher/tokens.ts'
import type { Statement } from '../api/cypher.ts'
import { parameterNames } from './parameters.ts'

/** Values take the place of the parameters; one that has none stays. */
export function withValues({ cypher, params }: Statement): string {
  let written = ''
  let end = 0
  for (const token of tokenise(cypher)) {
    if (token.kind !== 'parameter') continue
    const [name] = parameterNames(token.text)
    if (name === undefined || !Object.hasOwn(params, name)) continue
    written += cypher.slice(end, token.start) + literalOf(params[name])
    end = token.end
  }
  return written + cypher.slice(end)
}

/** @param value as JSON has it */
function literalOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return cypherLiteral(value)
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return 'null'
  return `{${Object.entries(value)
    .map(([key, entry]) => `${quoteName(key)}: ${literalOf(entry)}`)
    .join(', ')}}`
}
