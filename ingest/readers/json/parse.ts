const tokens = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b|,(?=\s*[}\]])/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them, and programs write them all the same
const control = /[\u0000-\u001f]/g

/**
 * Parses JSON, and what programs write by mistake: NaN and Infinity (become null), a comma before a closing bracket,
 * control characters within strings.
 * @throws SyntaxError of `JSON.parse`
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const repaired = text.replace(tokens, (token) => {
      if (token === ',') return ''
      if (!token.startsWith('"')) return 'null'
      return token.replace(control, (character) => {
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
      })
    })
    if (repaired === text) throw error
    return JSON.parse(repaired)
  }
}

/** Why JSON could not be parsed, without the text of the paper that V8 quotes. */
export function jsonFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ in JSON at position.*$/s, '')
}
