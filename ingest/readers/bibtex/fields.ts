/** The key and fields of one BibTeX entry. */

export interface BibtexEntry {
  /** Null where the entry has none. */
  key: string | null
  /** By name in lower case; a field may be given more than once. Braces and LaTeX as they stand. */
  fields: Map<string, string[]>
  fault: string | null
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthMacros = new Map(
  months.map((month) => [month.slice(0, 3), month[0]!.toUpperCase() + month.slice(1)]),
)

/** Macros of `@string`, by name in lower case. */
export type Macros = Map<string, string>

/** Parses what stands between the delimiters of an entry. */
export function parseEntry(body: string, macros: Macros): BibtexEntry {
  const comma = body.indexOf(',')
  const first = (comma < 0 ? body : body.slice(0, comma)).trim()
  const hasKey = !first.includes('=')
  const parsed = parseFields(hasKey ? (comma < 0 ? '' : body.slice(comma + 1)) : body, macros)
  return { key: hasKey && first ? first : null, ...parsed }
}

/** Parses `name = value, …`; `@string` holds nothing else. */
export function parseFields(text: string, macros: Macros): Omit<BibtexEntry, 'key'> {
  const fields = new Map<string, string[]>()
  const name = /[\s,]*(?:%[^\n]*\n[\s,]*)*([^\s=,{}"#%]+)\s*=\s*/y
  let at = 0
  for (;;) {
    name.lastIndex = at
    const found = name.exec(text)
    if (!found) {
      const rest = text
        .slice(at)
        .replace(/%[^\n]*/g, '')
        .replace(/[\s,]+/g, ' ')
        .trim()
      const fault = rest ? `cannot be read from ${JSON.stringify(rest.slice(0, 40))} on` : null
      return { fields, fault }
    }
    const value = parseValue(text, name.lastIndex, macros)
    const key = found[1]!.toLowerCase()
    if (value.end === null) return { fields, fault: `the value of ${key} has no end` }
    fields.set(key, [...(fields.get(key) ?? []), value.text])
    at = value.end
  }
}

/** One value: strings, numbers and macros joined by "#". */
function parseValue(text: string, from: number, macros: Macros): { text: string; end: number | null } {
  let at = from
  let value = ''
  for (;;) {
    const character = text[at]
    if (character === '{' || character === '"') {
      const end = endOfString(text, at)
      if (end === null) return { text: value, end: null }
      value += text.slice(at + 1, end)
      at = end + 1
    } else {
      const word = /[^\s,#{}"=]*/y
      word.lastIndex = at
      const macro = word.exec(text)![0]
      if (macro === '') return { text: value, end: at }
      const lower = macro.toLowerCase()
      value += macros.get(lower) ?? monthMacros.get(lower) ?? macro
      at += macro.length
    }
    const joined = /\s*#\s*/y
    joined.lastIndex = at
    if (!joined.test(text)) return { text: value, end: at }
    at = joined.lastIndex
  }
}

/** Where the string closes that opens at `from`: braces nest, within quotes too. */
function endOfString(text: string, from: number): number | null {
  const quoted = text[from] === '"'
  const marks = /\\[\s\S]|[{}"]/g
  marks.lastIndex = from + 1
  let depth = 0
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    if (found[0] === '{') depth++
    else if (found[0] === '}') {
      if (depth === 0 && !quoted) return found.index
      depth = Math.max(0, depth - 1)
    } else if (found[0] === '"' && quoted && depth === 0) return found.index
  }
  return null
}
