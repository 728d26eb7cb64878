/**
 * A label, relationship type or key as it may stand in Cypher, whatever it contains. Neo4j decodes `\u0060` anywhere
 * in a query before it parses it, so that a backslash must not reach it as such.
 */
export function quoteName(name: string): string {
  return `\`${name.replaceAll('\\', '\\u005C').replaceAll('`', '``')}\``
}
