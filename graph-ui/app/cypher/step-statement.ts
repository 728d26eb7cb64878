/** The query of any step of the trail, not of the last one alone. */
import type { Statement } from '../api/cypher.ts'
import { type CommandLog, pictureAt } from '../state/command-log.ts'
import { lacksCommunities } from '../state/communities.ts'
import type { Known } from '../state/filtered.ts'
import { fieldText } from './parameters.ts'
import { statementOf } from './statements.ts'

/**
 * The query that gives what the picture showed after a step.
 * @param number of the step, the first being 1
 * @returns null where the step changed only how the picture looks, or what it showed cannot be asked for
 */
export function stepStatement(log: CommandLog, number: number, known: Known): Statement | null {
  const { command, picture } = log.steps[number - 1]!
  const after = picture ?? pictureAt(log, number)
  // Communities that the page has found are known of the picture of now only.
  const isForgotten = after.showing !== log.picture.showing && lacksCommunities(after)
  if (isForgotten && after.filters.withoutCommunities.size > 0) return null
  return statementOf(command, after, known)
}

const mostListed = 3

/** Values of parameters to be read: of a long list how many there are. */
export function shortFields({ params }: Statement): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) && value.length > mostListed
        ? `${value.length.toLocaleString('en')} values`
        : fieldText(value),
    ]),
  )
}
