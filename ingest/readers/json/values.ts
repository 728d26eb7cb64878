/** Reading values of JSON whose shape is not known for sure. */

export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text that a value states: a string or number, `{value: …}` or `{title: …}`, or the first of a list. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) return value.length > 0 ? textOf(value[0]) : null
  if (isObject(value)) {
    for (const key of ['value', 'title', 'name', '#text', '_', '$t', 'text', 'description', 'raw']) {
      if (typeof value[key] === 'string') return value[key]
    }
  }
  return null
}

/** Paragraphs of an abstract in a list become one text. */
export function longTextOf(value: unknown): string | null {
  if (isObject(value) && 'value' in value) return longTextOf(value.value)
  if (!Array.isArray(value)) return textOf(value)
  const parts = value.map(textOf).filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : null
}

/** A member of a member, null where there is none: `memberOf(work, 'primary_location', 'source')`. */
export function memberOf(value: unknown, ...path: string[]): unknown {
  let current = value
  for (const key of path) {
    if (!isObject(current)) return null
    current = current[key]
  }
  return current ?? null
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
}
