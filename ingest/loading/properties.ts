import type { Properties, PropertyValue } from '../../shared/schema.ts'

/** What is not stated is not stored: leaves out null and empty lists. */
export function stated(values: Record<string, PropertyValue | null>): Properties {
  const properties: Properties = {}
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && !(Array.isArray(value) && value.length === 0)) properties[key] = value
  }
  return properties
}

/** Equal for equal properties, whatever their order. */
export function fingerprint(properties: Properties): string {
  return JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Reads properties back; what is missing is null or empty. */
export function reading(properties: Record<string, unknown>) {
  return {
    text: (key: string) => (properties[key] as string | undefined) ?? null,
    number: (key: string) => (properties[key] as number | undefined) ?? null,
    flag: (key: string) => properties[key] === true,
    texts: (key: string) => (properties[key] as string[] | undefined) ?? [],
    numbers: (key: string) => (properties[key] as number[] | undefined) ?? [],
  }
}
