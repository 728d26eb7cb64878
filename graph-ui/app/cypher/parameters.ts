/** Parameters of a query: their names in its text, and the values that a person writes for them. */
import { tokenise } from '../../../shared/graph-store/cypher/tokens.ts'

/** Values as they stand in fields, by the name of the parameter. */
export type FieldTexts = Readonly<Record<string, string>>

/** Names of the parameters in a query, each once, in the order of the text. */
export function parameterNames(cypher: string): string[] {
  const names = tokenise(cypher)
    .filter(({ kind }) => kind === 'parameter')
    .map(({ text }) => (text.startsWith('$`') ? text.slice(2, -1).replaceAll('``', '`') : text.slice(1)))
  return [...new Set(names)]
}

/** What is written in a field: JSON where it is that, else text. */
export function readField(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A value as it is written in a field, so that `readField` gives it again. */
export function fieldText(value: unknown): string {
  const isPlainText = typeof value === 'string' && value !== '' && readField(value) === value
  return isPlainText ? value : JSON.stringify(value)
}

/** The values for some parameters; an empty field gives none, so that the store says what is missing. */
export function paramsOf(names: readonly string[], texts: FieldTexts): Record<string, unknown> {
  const filled = names.filter((name) => (texts[name] ?? '').trim() !== '')
  return Object.fromEntries(filled.map((name) => [name, readField(texts[name]!)]))
}

export function fieldTextsOf(params: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, fieldText(value)]))
}
