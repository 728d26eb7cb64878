/** A field for every parameter that the query names. */
import { type FieldTexts, readField } from './parameters.ts'

interface ParameterFieldsProps {
  names: readonly string[]
  fields: FieldTexts
  setField(name: string, text: string): void
  run(): void
}

export function ParameterFields({ names, fields, setField, run }: ParameterFieldsProps) {
  if (names.length === 0) return null
  return (
    <fieldset className="parameters">
      <legend className="parameters-title">Parameters</legend>
      {names.map((name) => {
        const text = fields[name] ?? ''
        return (
          <label key={name} className="parameter">
            <span className="parameter-name">${name}</span>
            <input
              className="parameter-value"
              aria-label={`$${name}`}
              value={text}
              placeholder="Text, a number, or JSON"
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setField(name, event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                run()
              }}
            />
            <span className="count parameter-kind">{kindOf(text)}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

/** What a field is read as, so that nobody wonders why "2017" finds no text. */
function kindOf(text: string): string {
  if (text.trim() === '') return ''
  const value = readField(text)
  if (Array.isArray(value)) return `list of ${value.length}`
  return value === null
    ? 'null'
    : typeof value === 'object'
      ? 'map'
      : typeof value === 'string'
        ? 'text'
        : typeof value
}
