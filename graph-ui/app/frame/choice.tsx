/** One of a few values, side by side. */
import { useId } from 'react'
import './choice.css'

interface ChoiceProps<T extends string> {
  name: string
  /** The name of each value, in order. */
  options: Readonly<Record<T, string>>
  value: T
  choose(value: T): void
}

export function Choice<T extends string>({ name, options, value, choose }: ChoiceProps<T>) {
  const group = useId()
  return (
    <fieldset className="choice">
      <legend>{name}</legend>
      <div>
        {(Object.entries(options) as [T, string][]).map(([option, text]) => (
          <label key={option}>
            <input type="radio" name={group} checked={option === value} onChange={() => choose(option)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
