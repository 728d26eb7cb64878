/** Authors' names in one form, "Given Family", whichever way a source writes them. */

const suffix = /^(jr|sr|ph\.?d|md|i{2,3}|iv)\.?$/i

/** "Lovelace, Ada" gives "Ada Lovelace", "Smith, Jr., John" gives "John Smith Jr."; others stay as they are. */
export function givenFirst(name: string): string {
  const parts = name.split(',').map((part) => part.trim())
  if (parts.length === 2 && parts[0] && parts[1]) {
    return suffix.test(parts[1]) ? parts.join(' ') : `${parts[1]} ${parts[0]}`
  }
  if (parts.length === 3) return `${parts[2]} ${parts[0]} ${parts[1]}`
  return name.trim()
}

/**
 * The authors in a single string: separated by semicolons, by " and ", by line breaks, or by commas where these do
 * not part a family name from a given name.
 */
export function splitAuthors(text: string): string[] {
  const names = text.trim().replace(/,?\s+et al\.?$/i, '')
  if (/^\[.*\]$/s.test(names)) return splitAuthors(names.slice(1, -1).replace(/['"]/g, ''))
  const separator = names.includes(';') ? ';' : /\n|\|/.test(names) ? /\n|\|/ : null
  if (separator) return named(names.split(separator))
  if (/\sand\s/.test(names)) {
    const [first, ...others] = names.split(/,?\s+and\s+/)
    // "A, B and C" is a list; "Lovelace, Ada and Babbage, Charles" is one of inverted names.
    const last = others.at(-1) ?? ''
    const list = others.length === 1 && !last.includes(',') && first!.includes(',') && manyNames(first!)
    return named(list ? [...first!.split(','), last] : [first!, ...others])
  }
  return named(manyNames(names) ? names.split(',') : [names])
}

/** Whether the parts between commas are whole names: each of two words or more, or three and more parts. */
function manyNames(text: string): boolean {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length === 3 && suffix.test(parts[1]!)) return false
  return parts.length > 2 || (parts.length === 2 && parts.every((part) => /\S\s+\S/.test(part)))
}

function named(parts: string[]): string[] {
  return parts.map((part) => givenFirst(part.trim())).filter((part) => part !== '')
}
