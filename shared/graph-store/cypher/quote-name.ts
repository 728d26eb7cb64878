/**
 * A label, relationship type or key as it may stand in Cypher for Neo4j, whatever it contains, in one line. Neo4j
 * decodes `\u0060` anywhere in a query before it parses it, so that a backslash must not reach it as such.
 */
export function quoteName(name: string): string {
  return `\`${name.replace(/[\\\p{Cc}\p{Zl}\p{Zp}]/gu, unicodeEscape).replaceAll('`', '``')}\``
}

/** A character as its code, which Neo4j decodes before it parses. */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
